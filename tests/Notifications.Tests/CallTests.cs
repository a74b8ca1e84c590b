using System.Net;
using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;

namespace Kominkan.Notifications.Tests;

/// <summary>Those who are told by hand.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task The_clerk_telephones_ticks_off_and_sees_only_the_own_halls_people()
    {
        await using var app = await KominkanApp.StartAsync();
        var (hall, other) = (await app.HallAsync("1"), await app.HallAsync("2"));
        await app.PostAsync(
            By(MessageChannel.Phone, "096-000-0001", hall.Id, "中村 恵子"),
            By(MessageChannel.Postcard, "中央区本荘4丁目", hall.Id, "髙橋 ゆみ"),
            By(MessageChannel.Phone, "096-000-0003", other.Id, "別の館の人"),
            By(MessageChannel.Mail, "not an address", hall.Id, "届かない人"),
            Told.Code("not an address either"));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await clerk.OpenAsync("/staff/calls");
        Assert.Contains("これから知らせる3件", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("別の館の人", page.Text, StringComparison.Ordinal);
        Assert.Contains("電話・はがきで知らせる人", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        var foreign = (await app.MessageAsync("096-000-0003")).Id;
        page = await clerk.SubmitAsync(page, new Dictionary<string, string> { ["Input.Told"] = foreign.ToString() }, "#told");
        Assert.Equal(MessageState.Waiting, (await app.MessageAsync("096-000-0003")).State);
        page = await clerk.SubmitAsync(page, new Dictionary<string, string> { ["Input.Told"] = (await app.MessageAsync("096-000-0001")).Id.ToString() }, "#told");
        Assert.Contains("これから知らせる2件", page.Text, StringComparison.Ordinal);
        Assert.Equal((MessageState.Done, "試験 太郎"), ((await app.MessageAsync("096-000-0001")).State, (await app.MessageAsync("096-000-0001")).EndedBy));
        Assert.Contains("これから知らせる1件", (await clerk.OpenAsync("/staff/calls?by=Postcard")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/staff/calls/{foreign}/again")).Status);
    }

    [Fact]
    public async Task A_tick_set_by_mistake_is_taken_back_from_todays_list()
    {
        await using var app = await KominkanApp.StartAsync();
        var (hall, other) = (await app.HallAsync("1"), await app.HallAsync("2"));
        await app.PostAsync(By(MessageChannel.Phone, "096-000-0001", hall.Id, "中村 恵子"), By(MessageChannel.Mail, "not an address", hall.Id, "届かない人"), By(MessageChannel.Phone, "096-000-0003", other.Id, "別の館の人"));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var neighbour = await app.SignInAsync(RoleKeys.Counter, "2");
        foreach (var (who, address) in new[] { (clerk, "096-000-0001"), (clerk, "not an address"), (neighbour, "096-000-0003") })
        {
            await who.SubmitAsync(await who.OpenAsync("/staff/calls"), new Dictionary<string, string> { ["Input.Told"] = (await app.MessageAsync(address)).Id.ToString() }, "#told");
        }

        var done = await clerk.OpenAsync((await clerk.OpenAsync("/staff/calls")).Find("main a[href='/staff/calls/done']").GetAttribute("href")!);
        Assert.Contains("新しいものから2件", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("別の館の人", done.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "096-000-0001", "not an address" })
        {
            var undo = await clerk.OpenAsync($"/staff/calls/{(await app.MessageAsync(address)).Id}/undo");
            Assert.Contains("取り消しました。", (await clerk.SubmitAsync(undo)).Text, StringComparison.Ordinal);
            Assert.Equal(["この連絡は、いまは連絡済みになっていません。一覧を確かめてください。"], (await clerk.SubmitAsync(undo)).Errors);
        }

        Assert.Contains("これから知らせる2件", (await clerk.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        Assert.Equal((MessageState.Waiting, MessageState.Failed), ((await app.MessageAsync("096-000-0001")).State, (await app.MessageAsync("not an address")).State));
        Assert.Contains("今日はまだありません", (await clerk.OpenAsync("/staff/calls/done")).Text, StringComparison.Ordinal);
        var foreign = (await app.MessageAsync("096-000-0003")).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/staff/calls/{foreign}/undo")).Status);
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignInAsync(RoleKeys.Counter, "2");
        Assert.Contains("今日はまだありません", (await next.OpenAsync("/staff/calls/done")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await next.OpenAsync($"/staff/calls/{foreign}/undo")).Status);
        Assert.NotNull((await app.MessageAsync("not an address")).EndedAt);
    }

    [Fact]
    public async Task A_call_that_was_overtaken_says_what_is_so_now()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Title = "陶芸" });
        await app.ApplicationAsync(course);
        using var clerk = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.DoesNotContain("前の知らせ", (await clerk.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "講師の都合のため" });
        var rows = (await clerk.OpenAsync("/staff/calls")).Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("あとの知らせ：「陶芸 中止になりました」", rows.Single(r => r.Contains("参加が決まりました", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("前の知らせ", rows.Single(r => !r.Contains("参加が決まりました", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_mail_did_not_reach_stands_there_with_the_telephone_number_of_now()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var (hall, course) = (await app.HallAsync("1"), await app.CourseAsync(new() { Title = "陶芸" }));
        await app.NewBrowser().ApplyAsync(course, 1, new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = "refuse1@example.jp" });
        await app.NewBrowser().ApplyAsync(course, 2, new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = "arrives@example.jp" });
        await app.HireAsync(new GivenHire { Mail = "refuse2@example.jp", Phone = "096-000-0002" });
        await app.PostAsync(Told.To("refuse3@example.jp") with { HallId = hall.Id });
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await app.SendAsync();
        var calls = await manager.OpenAsync("/staff/calls");
        Assert.Contains("電話 090-0000-0001× 届きませんでした メール refuse1@example.jp（メールサーバーの返事：550", Reach("陶芸"), StringComparison.Ordinal);
        Assert.Contains("電話 096-000-0002× 届きませんでした メール refuse2@example.jp（メールサーバーの返事：550", Reach("refuse2"), StringComparison.Ordinal);
        // A mail to nobody's record has nobody to call.
        Assert.Contains("× 届きませんでした refuse3@example.jp（メールサーバーの返事：550", Reach("refuse3"), StringComparison.Ordinal);
        Assert.DoesNotContain("電話", Reach("refuse3"), StringComparison.Ordinal);
        Assert.DoesNotContain("090-0000-0002", calls.Text, StringComparison.Ordinal);
        using var neighbour = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.DoesNotContain("090-0000-0001", (await neighbour.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);

        string Reach(string about) => calls.Document.QuerySelectorAll("#told tbody tr").First(r => r.TextContent.Contains(about, StringComparison.Ordinal)).QuerySelector("td[data-label='連絡先']")!.TextContent;
    }

    [Fact]
    public async Task Whom_the_clerk_looks_for_stands_in_no_address()
    {
        await using var app = await KominkanApp.StartAsync();
        var hall = await app.HallAsync("1");
        await app.PostAsync(By(MessageChannel.Phone, "096-000-0001", hall.Id, "中村 恵子"), By(MessageChannel.Phone, "096-000-0002", hall.Id, "髙橋 ゆみ"), By(MessageChannel.Postcard, "中央区", hall.Id, "中村 誠"));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await clerk.SubmitAsync(await clerk.OpenAsync("/staff/calls"), new Dictionary<string, string> { ["q"] = "中村", ["by"] = "Phone" }, "form.filters");
        Assert.Equal("/staff/calls?by=Phone", page.Url.PathAndQuery);
        Assert.Contains("これから知らせる1件", page.Text, StringComparison.Ordinal);
        Assert.Equal("中村", page.Find("#q").GetAttribute("value"));
        Assert.Contains("これから知らせる2件", (await clerk.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        page = await clerk.SubmitAsync(await clerk.OpenAsync("/staff/calls"), form: "form[action='/staff/calls/search']:not(.filters)");
        Assert.Contains("これから知らせる3件", page.Text, StringComparison.Ordinal);
        Assert.Contains("これから知らせる3件", (await clerk.OpenAsync("/staff/calls?q=中村")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postcards_are_printed_with_labels_and_reply_sides()
    {
        await using var app = await KominkanApp.StartAsync();
        var hall = await app.HallAsync("1");
        await app.PostAsync([.. Enumerable.Range(1, 5).Select(i => By(MessageChannel.Postcard, $"中央区本荘{i}丁目", hall.Id, $"髙橋 ゆみ{i}"))]);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await clerk.OpenAsync("/staff/calls/postcards");
        Assert.Equal(5, page.Document.QuerySelectorAll(".labels li").Length);
        Assert.Equal(5, page.Document.QuerySelectorAll(".card-print").Length);
        Assert.Equal(3, page.Document.QuerySelectorAll(".sheet").Length);
        Assert.Contains("髙橋 ゆみ5 様", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_did_not_arrive_can_be_tried_again()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var hall = await app.HallAsync("1");
        await app.PostAsync(By(MessageChannel.Mail, "refuse@example.jp", hall.Id, "中村 恵子"));
        await app.SendAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await clerk.OpenAsync("/staff/calls");
        Assert.Contains("550", page.Text, StringComparison.Ordinal);
        await clerk.SubmitAsync(await clerk.OpenAsync(page.Find("tbody a").GetAttribute("href")!));
        Assert.Equal(MessageState.Waiting, (await app.MessageAsync("refuse@example.jp")).State);
    }

    private static NewMessage By(MessageChannel channel, string address, Guid hall, string name) =>
        Told.To(address) with { Channel = channel, HallId = hall, Recipient = new MessageRecipient(name, address) };
}
