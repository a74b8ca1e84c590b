using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

public sealed class PostingTests
{
    [Fact]
    public async Task That_somebody_wants_no_more_news_is_forgotten_with_them()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<NotificationsDb>();
            string[] mails = ["Keiko@example.jp", "other@example.jp"];
            db.Refusals.AddRange(mails.Select(m => new NewsRefusal("courses.news", Message.KeyOf(MessageChannel.Mail, m), app.Clock.UtcNow())));
            await db.SaveChangesAsync();
            var data = services.GetServices<IPersonalData>().OfType<MessagePersonalData>().Single();
            var found = await data.FindAsync(new PersonTraits(new PersonKey(Guid.NewGuid(), []), "中村 恵子", []) { Mails = ["keiko@example.jp"] });
            await data.EraseAsync([.. found.Select(r => r.Id)]);
        });
        var left = await app.DoAsync(s => s.GetRequiredService<NotificationsDb>().Refusals.AsNoTracking().SingleAsync());
        Assert.Equal(Message.KeyOf(MessageChannel.Mail, "other@example.jp"), left.RecipientKey);
    }

    [Fact]
    public async Task A_message_exists_exactly_when_what_it_tells_was_committed()
    {
        await using var app = await KominkanApp.StartAsync();
        await Assert.ThrowsAsync<RuleBroken>(() => app.DoAsync(async s =>
        {
            await s.GetRequiredService<IMessages>().PostAsync(Told.To("a@example.jp"));
            throw new RuleBroken("やっぱりやめます。");
        }));
        Assert.Empty(await app.MessagesAsync());
        await app.PostAsync(Told.To("a@example.jp"));
        Assert.Single(await app.MessagesAsync());
    }

    [Fact]
    public async Task The_same_message_said_twice_is_one()
    {
        await using var app = await KominkanApp.StartAsync();
        var subject = Guid.NewGuid();
        await app.PostAsync(Told.To("a@example.jp", subject: subject, period: "2026-11"), Told.To("A@Example.jp", subject: subject, period: "2026-11"));
        await app.PostAsync(Told.To("a@example.jp", subject: subject, period: "2026-11"));
        await app.PostAsync(Told.To("a@example.jp", subject: subject, period: "2026-12"), Told.To("b@example.jp", subject: subject, period: "2026-11"));
        Assert.Equal(3, (await app.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Many_who_say_the_same_at_the_same_moment_write_it_once_and_all_of_them_commit()
    {
        await using var app = await KominkanApp.StartAsync();
        var subject = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => app.PostAsync(Told.To("a@example.jp", subject: subject), Told.To($"own{i}@example.jp"))));
        var messages = await app.MessagesAsync();
        Assert.Equal(17, messages.Count);
        Assert.Single(messages, m => m.Subject == subject);
    }

    [Fact]
    public async Task Without_the_index_the_same_would_be_said_many_times()
    {
        // The twin: the index is the guard against those who have not seen each other's.
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(s => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            s.GetRequiredService<NotificationsDb>().Database,
            TestDatabase.Provider == Provider.Sqlite
                ? "DROP INDEX \"IX_notifications_Messages_Kind_Subject_RecipientKey_Period\""
                : "DROP INDEX notifications.\"IX_Messages_Kind_Subject_RecipientKey_Period\""));
        var subject = Guid.NewGuid();
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<NotificationsDb>();
            db.Messages.AddRange(new Domain.Message(Told.To("a@example.jp", subject: subject), new MessageText("題", "文"), app.Clock.UtcNow()), new Domain.Message(Told.To("a@example.jp", subject: subject), new MessageText("題", "文"), app.Clock.UtcNow()));
            await db.SaveChangesAsync();
        });

        Assert.True((await app.MessagesAsync()).Count > 1);
    }

    [Fact]
    public async Task What_waits_is_taken_back_when_it_is_no_longer_so()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var subject = Guid.NewGuid();
        await app.PostAsync(Told.To("a@example.jp", subject: subject), Told.To("b@example.jp"));
        await app.DoAsync(s => s.GetRequiredService<IMessages>().WithdrawAsync(subject));
        await app.SendAsync();
        Assert.Equal(["b@example.jp"], mail.Mails().SelectMany(m => m.To));
    }

    [Fact]
    public async Task The_reader_sees_what_was_said_and_what_became_of_the_copy_but_never_a_code()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var (subject, account) = (Guid.NewGuid(), Guid.NewGuid());
        await app.PostAsync(
            Told.To("a@example.jp", subject: subject) with { Recipient = new MessageRecipient("中村", "a@example.jp", account) },
            Told.Code("a@example.jp") with { Subject = subject, Recipient = new MessageRecipient("中村", "a@example.jp", account) });
        await app.SendAsync();
        foreach (var shown in new[]
        {
            await app.DoAsync(s => s.GetRequiredService<IMessages>().OfSubjectsAsync([subject])),
            await app.DoAsync(s => s.GetRequiredService<IMessages>().OfAccountAsync(account)),
        })
        {
            Assert.Equal(("参加が決まりました", "送信済み", "/applications"), (shown.Single().Title, shown.Single().Delivery.Word, shown.Single().LinkPath));
        }
    }
}
