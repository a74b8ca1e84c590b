using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

public sealed class SendingTests
{
    [Fact]
    public async Task A_mail_is_text_first_with_the_same_as_HTML_and_a_link_to_the_public_address()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(b => { mail.Configure(b); b.Configuration["Site:BaseUrl"] = "https://kominkan.example.jp/"; });
        await app.PostAsync(Told.To("a@example.jp"));
        await app.SendAsync();
        var one = Assert.Single(mail.Mails());
        Assert.True(one.IsSecure);
        Assert.Equal("【くまもと公民館】参加が決まりました", one.Subject);
        Assert.Equal("text/plain", ((MimeKit.Multipart)one.Message.Body!)[0].ContentType.MimeType);
        Assert.Contains("持ち物はエプロンです。\n\n申し込みを見る：\nhttps://kominkan.example.jp/applications\n", one.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://kominkan.example.jp/applications\"", one.Html, StringComparison.Ordinal);
        Assert.Equal($"{(await app.MessageAsync("a@example.jp")).Id:N}@kominkan.example.jp", one.Id);
        Assert.Null(one.Message.Headers[MimeKit.HeaderId.ListUnsubscribe]);
        Assert.Equal(app.Clock.GetUtcNow(), one.Message.Date);
        Assert.Equal(MessageState.Done, (await app.MessageAsync("a@example.jp")).State);
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
    }

    [Fact]
    public async Task One_refused_recipient_blocks_nobody_is_not_tried_again_and_staff_read_why()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp"), Told.To("refuse@example.jp"), Told.To("c@example.jp"));
        await app.SendAsync();
        Assert.Equal(["a@example.jp", "c@example.jp"], mail.Mails().SelectMany(m => m.To).Order());
        var refused = await app.MessageAsync("refuse@example.jp");
        Assert.Equal((MessageState.Failed, true), (refused.State, refused.Trouble!.Contains("550", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_busy_mailbox_is_tried_again_later_and_given_up_after_two_days()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("busy@example.jp"));
        await app.SendAsync();
        await app.SendAsync();
        var message = await app.MessageAsync("busy@example.jp");
        Assert.Equal((MessageState.Waiting, 1), (message.State, message.Attempts));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsync();
        Assert.Equal(2, (await app.MessageAsync("busy@example.jp")).Attempts);
        for (var hour = 0; hour < 60; hour++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await app.SendAsync();
        }

        message = await app.MessageAsync("busy@example.jp");
        Assert.Equal(MessageState.Failed, message.State);
        Assert.InRange(message.Attempts, 10, 40);
    }

    [Fact]
    public async Task While_the_server_is_away_nothing_is_lost_and_all_is_out_with_the_first_sweep_after()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync([.. Enumerable.Range(0, 120).Select(i => Told.To($"r{i}@example.jp"))]);
        await mail.TellAsync("down");
        for (var minute = 0; minute < 10; minute++)
        {
            await Assert.ThrowsAsync<TransportDownException>(app.SendAsync);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await mail.TellAsync("up");
        await app.SendAsync();
        Assert.Equal(120, mail.Mails().SelectMany(m => m.To).Distinct().Count());
        Assert.Equal(120, mail.Count);
        Assert.All(await app.MessagesAsync(), m => Assert.Equal((MessageState.Done, 0), (m.State, m.Attempts)));
    }

    [Theory]
    [InlineData("mode 421")]
    [InlineData("mode notls")]
    public async Task A_server_that_turns_us_away_costs_no_message_an_attempt(string trouble)
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp"));
        await mail.TellAsync(trouble);
        await Assert.ThrowsAsync<TransportDownException>(app.SendAsync);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await mail.TellAsync("mode ok");
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
        Assert.Equal(0, (await app.MessageAsync("a@example.jp")).Attempts);
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_not_taken()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(b => { mail.Configure(b); b.Configuration["Mail:Certificate"] = new string('0', 64); });
        await app.PostAsync(Told.To("a@example.jp"));
        var e = await Assert.ThrowsAsync<TransportDownException>(app.SendAsync);
        Assert.Contains("暗号化", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, mail.Count);
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_the_text_makes_one_duplicate_at_most_and_holds_nobody_up()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp"), Told.To("drop@example.jp"), Told.To("gone@example.jp"), Told.To("c@example.jp"));
        await app.SendAsync();
        Assert.Single(mail.MailsTo("a@example.jp"));
        Assert.Single(mail.MailsTo("c@example.jp"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsync();
        var dropped = mail.MailsTo("drop@example.jp");
        Assert.Equal(2, dropped.Count);
        Assert.Single(dropped.Select(m => m.Id).Distinct());
    }

    [Fact]
    public async Task At_night_only_codes_go_out()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 11, 0, 0, TimeSpan.Zero)); // eight in the evening
        await app.PostAsync(Told.To("a@example.jp"), Told.Code("b@example.jp"));
        await app.SendAsync();
        Assert.Equal(["b@example.jp"], mail.Mails().SelectMany(m => m.To));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero));
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero)); // eight in the morning
        await app.SendAsync();
        Assert.Equal(2, mail.Count);
    }

    [Fact]
    public async Task From_when_to_when_is_a_rule_of_the_city()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/notifications.until"), new { Value = 18, From = "2026-11-24" });
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero)); // half past six in the evening, by the old rule
        await app.PostAsync(Told.To("a@example.jp"));
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));
        await app.PostAsync(Told.To("b@example.jp"));
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero));
        await app.SendAsync();
        Assert.Equal(2, mail.Count);
    }

    [Fact]
    public async Task Several_for_one_person_become_one_digest_and_a_code_stays_alone()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp", title: "明日は陶芸です"), Told.To("A@example.jp", title: "明日は書道です"), Told.To("b@example.jp"), Told.Code("a@example.jp"));
        await app.SendAsync();
        Assert.Equal(3, mail.Count);
        var digest = Assert.Single(mail.Mails(), m => m.Subject.Contains("ほか1件のお知らせ", StringComparison.Ordinal));
        foreach (var part in new[] { "■ 1. 明日は", "■ 2. 明日は", "陶芸です", "書道です" })
        {
            Assert.Contains(part, digest.Text, StringComparison.Ordinal);
        }

        Assert.All(await app.MessagesAsync(), m => Assert.Equal(MessageState.Done, m.State));
    }

    [Fact]
    public async Task News_can_be_stopped_by_a_link_or_by_the_mail_program_itself_and_nothing_else_stops()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp", "test.news") with { News = true }, Told.To("b@example.jp", "test.news") with { News = true }, Told.To("c@example.jp"));
        await app.SendAsync();
        string Link(string to) => new Uri(mail.MailsTo(to).Single().Message.Headers[MimeKit.HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        Assert.Null(mail.MailsTo("c@example.jp").Single().Message.Headers[MimeKit.HeaderId.ListUnsubscribe]);
        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync(Link("a@example.jp")));
        Assert.Contains("メールを止めました", page.Text, StringComparison.Ordinal);
        using var oneClick = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        (await app.NewBrowser().Http.PostAsync(new Uri(Link("b@example.jp"), UriKind.Relative), oneClick)).EnsureSuccessStatusCode();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Visitor.OpenAsync("/messages/stop?t=made-up")).Status);
        List<string> readers = ["a", "b", "c"];
        await app.PostAsync([.. readers.SelectMany(n => new[] { Told.To($"{n}@example.jp", "test.news") with { News = true }, Told.To($"{n}@example.jp") })]);
        await app.SendAsync();
        Assert.Equal("2 2 3", string.Join(' ', readers.Select(n => mail.MailsTo($"{n}@example.jp").Count)));
    }

    [Fact]
    public async Task A_code_is_erased_once_sent_and_not_sent_once_expired()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.Code("a@example.jp", app.Clock.UtcNow().AddMinutes(10)));
        await app.SendAsync();
        Assert.Contains("123456", Assert.Single(mail.Mails()).Text, StringComparison.Ordinal);
        await app.PostAsync(Told.Code("b@example.jp", app.Clock.UtcNow().AddMinutes(10)));
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
        Assert.All(await app.MessagesAsync(), m => Assert.Equal(("", ""), (m.Title, m.Body)));
    }

    [Fact]
    public async Task Two_sweeps_at_once_send_each_message_once()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync([.. Enumerable.Range(0, 150).Select(i => Told.To($"r{i}@example.jp"))]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.SendAsync)));
        Assert.Equal(150, mail.Count);
    }

    [Fact]
    public async Task Without_claims_two_sweeps_would_send_twice()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, s => s.AddScoped<Claims, Unclaimed>());
        await app.PostAsync([.. Enumerable.Range(0, 150).Select(i => Told.To($"r{i}@example.jp"))]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await app.SendAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                // The other one has written already what became of it: too late, it was sent.
            }
        })));
        Assert.True(mail.Count > 150);
    }

    [Fact]
    public async Task What_a_killed_sender_held_is_free_again_after_a_minute()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp"));
        await app.DoAsync(s => s.GetRequiredService<Claims>().TakeAsync(MessageChannel.Mail, default));
        await app.SendAsync();
        Assert.Equal(0, mail.Count);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await app.SendAsync();
        Assert.Equal(1, mail.Count);
    }

    [Fact]
    public async Task A_message_the_program_stumbles_over_is_put_aside_and_the_rest_goes_on()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp") with { Title = "\ud800" }, Told.To("b@example.jp"));
        await app.PostAsync(Told.To("poison@example.jp"));
        await app.DoAsync(s => s.GetRequiredService<Data.NotificationsDb>().Messages.Where(m => m.Address == "poison@example.jp").ExecuteUpdateAsync(u => u.SetProperty(m => m.Address, "no address at all")));
        for (var i = 0; i < 5; i++)
        {
            await app.SendAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Contains("b@example.jp", mail.Mails().SelectMany(m => m.To));
        Assert.Equal((MessageState.Failed, 3), ((await app.MessageAsync("no address at all")).State, (await app.MessageAsync("no address at all")).Attempts + 1));
    }

    private sealed class Unclaimed(Data.NotificationsDb db, AppDatabase database, ICityRules rules, TimeProvider clock) : Claims(db, database, rules, clock)
    {
        // Everybody takes what is due, as if nobody else were there.
        protected override Task<List<Message>> ClaimAsync(IQueryable<Message> due, DateTime lease, CancellationToken cancellation) =>
            due.ToListAsync(cancellation);
    }
}
