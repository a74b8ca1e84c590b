using System.Net;
using Kominkan.Notifications.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

public sealed class StaffPagesTests
{
    [Fact]
    public async Task Head_office_changes_a_text_from_a_day_on_and_sees_it_with_a_real_record()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Title = "{期限}の<b>陶芸</b>" });
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync("/staff/texts/courses.enrolled/japanese");
        Assert.Contains("当てはめる記録がまだない", page.Text, StringComparison.Ordinal);
        await app.ApplicationAsync(course);
        page = await office.SubmitAsync(page, new { Title = "{講座名} おめでとうございます", Body = "{氏名}さん、{暗号}", ValidFrom = "2026-11-24" });
        Assert.Equal((HttpStatusCode)422, page.Status);
        Assert.Contains("{暗号}は使えません", page.Text, StringComparison.Ordinal);
        page = await office.SubmitAsync(page, new { Title = "{講座名} おめでとうございます", Body = "{氏名}さん、お待ちしています。", ValidFrom = "2026-11-22" });
        Assert.Contains("使い始める日は", page.Text, StringComparison.Ordinal);
        page = await office.SubmitAsync(page, new { Title = "{講座名} おめでとうございます", Body = "{氏名}さん、お待ちしています。", ValidFrom = "2026-11-24" });
        Assert.Contains("{期限}の<b>陶芸</b> 参加が決まりました", page.Text, StringComparison.Ordinal); // today's text still
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignInAsync(RoleKeys.HeadOffice);
        page = await next.OpenAsync("/staff/texts/courses.enrolled/japanese");
        // Filled once and encoded once: what stands in a value is a value.
        Assert.Contains("{期限}の<b>陶芸</b> おめでとうございます", page.Text, StringComparison.Ordinal);
        Assert.Contains("中村 恵子さん、お待ちしています。", page.Text, StringComparison.Ordinal);
        Assert.Contains("参加（さんか）が きまりました。", (await next.OpenAsync("/staff/texts/courses.enrolled/easy")).Text, StringComparison.Ordinal);
        Assert.Contains("Your place is confirmed.", (await next.OpenAsync("/staff/texts/courses.enrolled/english")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await next.OpenAsync("/staff/texts/no.such/japanese")).Status);
        Assert.Contains("講座を中止した", (await next.OpenAsync("/staff/texts")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Body", "{講座名のお知らせ", "{講座名のお知らせ")]
    [InlineData("Body", "お知らせ\n{講座名｝です", "{講座名｝")]
    [InlineData("Body", "{氏名}さん、｛講座名｝です", "｛講座名｝")]
    [InlineData("Body", "波{です", "{です")]
    [InlineData("Body", "{講座名}}", "}")]
    [InlineData("Body", "{{講座名}", "{")]
    [InlineData("Body", "{講座\n名}", "{講座")]
    [InlineData("Title", "{}", "{}")]
    [InlineData("Title", "講座名}です", "講座名}")]
    public async Task A_brace_that_is_no_placeholder_is_named_beside_its_box(string box, string text, string named)
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.SubmitAsync(await office.OpenAsync("/staff/texts/courses.enrolled/japanese"), new Dictionary<string, string> { [box] = text });
        Assert.Equal([$"{named}は使えません。使える言葉を、半角の波かっこで囲んでください。"], page.Errors);
        Assert.Equal("true", page.Find($"#Input_{box}").GetAttribute("aria-invalid"));
        Assert.DoesNotContain("これまでに書いた文", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-11-23", true)]
    [InlineData("2027-11-24", false)]
    [InlineData("9999-12-31", false)]
    public async Task A_text_begins_within_a_year(string day, bool isTaken)
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.SubmitAsync(await office.OpenAsync("/staff/texts/courses.enrolled/japanese"), new { ValidFrom = day });
        Assert.Equal(isTaken ? [] : ["使い始める日は、今日から1年先までの日にしてください。"], page.Errors);
        Assert.Equal(isTaken, page.Text.Contains("これまでに書いた文", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hall_manager_subscribes_for_the_own_hall_only_previews_and_stops()
    {
        await using var app = await KominkanApp.StartAsync();
        var hall = await app.HallAsync("1");
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var form = await manager.OpenAsync("/staff/subscriptions/new");
        Assert.DoesNotContain("全体", form.Find("select").TextContent, StringComparison.Ordinal);
        var page = await manager.SubmitAsync(form, new { Name = "館長", Mail = "kancho@city.example.jp", Place = "city" });
        Assert.Equal((HttpStatusCode)422, page.Status);
        page = await manager.SubmitAsync(page, new { Name = "館長", Mail = "kancho@city.example.jp, b@example.jp", Place = hall.Id });
        Assert.Contains("name@example.jp のように", page.Text, StringComparison.Ordinal);
        page = await manager.SubmitAsync(page, new { Name = "館長", Mail = "kancho@city.example.jp", Place = hall.Id });
        Assert.Contains("令和8年12月1日（火）", page.Text, StringComparison.Ordinal);
        page = await manager.OpenAsync(page.Find("tbody a").GetAttribute("href")!);
        Assert.Contains("中央公民館 令和8年10月のまとめ", page.Text, StringComparison.Ordinal);
        Assert.Contains("この月に報告する数字はありません。", page.Text, StringComparison.Ordinal);
        using var other = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(page.Url.AbsolutePath)).Status);
        page = await manager.SubmitAsync(await manager.OpenAsync(page.Url.AbsolutePath + "/stop"));
        Assert.Contains("停止", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_monthly_summary_comes_on_the_first_working_day_once()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, now: new DateTimeOffset(2026, 12, 31, 3, 0, 0, TimeSpan.Zero));
        await app.HallAsync("1");
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<Data.NotificationsDb>();
            db.Subscriptions.Add(Subscription.Of("課長", "kacho@city.example.jp", null, null, reminders: false, monthly: true));
            await db.SaveChangesAsync();
        });
        await app.RunDueJobsAsync();
        for (var hour = 0; hour < 24 * 10; hour++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await app.RunDueJobsAsync();
            if (mail.Count > 0)
            {
                break;
            }
        }

        // 1 January is a holiday, 2 and 3 are a weekend and the city's New Year: Monday the 4th.
        Assert.Equal(new DateTime(2027, 1, 4, 8, 0, 0), app.Clock.UtcNow().InJapan());
        var one = Assert.Single(mail.Mails());
        Assert.Contains("令和8年12月のまとめ", one.Subject, StringComparison.Ordinal);
        Assert.Contains("この月に報告する数字はありません。", one.Text, StringComparison.Ordinal);
        Assert.Contains("残っている仕事はありません。", one.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunDueJobsAsync();
        Assert.Equal(1, mail.Count);
    }

    [Fact]
    public async Task One_address_is_told_a_halls_month_once_however_often_it_was_put_down()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, now: new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero));
        var (hall, other) = (await app.HallAsync("1"), await app.HallAsync("2"));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/subscriptions/new");
        Assert.Contains("1通だけ届きます", form.Text, StringComparison.Ordinal);
        Assert.Empty((await office.SubmitAsync(form, new { Name = "館長", Mail = "kancho@city.example.jp", Place = hall.Id })).Errors);
        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/subscriptions/new"), new { Name = "館長（予備）", Mail = "Kancho@City.example.jp", Place = hall.Id });
        Assert.Equal(["このアドレスには、同じ範囲の届け先がもうあります。先にそれを止めてください。"], refused.Errors);
        Assert.Empty((await office.SubmitAsync(refused, new { Place = other.Id })).Errors);
        // Two that stood there before anybody asked are one reader as well.
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<Data.NotificationsDb>();
            db.Subscriptions.Add(Subscription.Of("館長", "kancho@city.example.jp", hall.Id, null, reminders: true, monthly: true));
            await db.SaveChangesAsync();
        });
        await app.RunJobAsync(NotificationsModule.MonthlyJob);
        await app.SendAsync();
        Assert.Equal(2, (await app.MessagesAsync()).Count(m => m.Period == "2026-11" && m.Title.Contains("令和8年11月のまとめ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_stopped_the_summary_by_its_link_is_shown_so_and_gets_it_again_only_when_they_ask()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, now: new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero));
        var (hall, other) = (await app.HallAsync("1"), await app.HallAsync("2"));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/subscriptions/new"), new { Name = "館長", Mail = "kancho@city.example.jp", Place = hall.Id, Reminders = "false" });
        await app.RunJobAsync(NotificationsModule.MonthlyJob);
        await app.SendAsync();
        using var oneClick = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        var link = new Uri(Assert.Single(mail.Mails()).Message.Headers[MimeKit.HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        (await app.NewBrowser().Http.PostAsync(new Uri(link, UriKind.Relative), oneClick)).EnsureSuccessStatusCode();
        var list = await office.OpenAsync("/staff/subscriptions");
        Assert.Contains("受け取る方が止めました", list.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("届けています", list.Text, StringComparison.Ordinal);
        Assert.Contains("届きません（受け取る方が止めました）", (await office.OpenAsync(list.Find("tbody a").GetAttribute("href")!)).Text, StringComparison.Ordinal);

        // Another place for the same address, written otherwise: it is said at once, and stands there as it is.
        list = await office.SubmitAsync(await office.OpenAsync("/staff/subscriptions/new"), new { Name = "館長", Mail = "Kancho@city.example.jp", Place = other.Id });
        Assert.Contains("毎月のまとめは、受け取る方が止めているので届きません。", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, list.Document.QuerySelectorAll("tbody a[href$='/resume']").Length);
        Assert.DoesNotContain("届けています", list.Text, StringComparison.Ordinal);

        var confirm = await office.OpenAsync(list.Find("tbody a[href$='/resume']").GetAttribute("href")!);
        Assert.Contains("12月1日", confirm.Text, StringComparison.Ordinal);
        list = await office.SubmitAsync(confirm);
        Assert.Equal(2, list.Text.Split("届けています").Length - 1);
        Assert.Contains("止めていません", (await office.OpenAsync(confirm.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(31));
        await app.RunJobAsync(NotificationsModule.MonthlyJob);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RunJobAsync(NotificationsModule.MonthlyJob);
        await app.SendAsync();
        Assert.Equal(3, mail.Count);
    }

    [Fact]
    public async Task What_waited_while_sending_was_stopped_goes_out_after_it_as_the_pages_say()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.RunDueJobsAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var job = $"/staff/jobs/{NotificationsModule.Send}";
        var stop = await office.OpenAsync(job + "/stop");
        await office.SubmitAsync(stop);
        await app.PostAsync(Told.To("a@example.jp"));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.RunDueJobsAsync();
        Assert.Equal(0, mail.Count);
        var resume = await office.OpenAsync(job + "/resume");
        await office.SubmitAsync(resume);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunDueJobsAsync();
        Assert.Equal(1, mail.Count);
        Assert.Contains("待っている分は、また動かしたあとにまとめて行います。", stop.Text, StringComparison.Ordinal);
        Assert.Contains("止めていた間に待っている分もまとめて行います。", resume.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_coming_stands_in_the_order_of_days_whatever_it_is()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.CourseAsync(new() { SessionsInDays = [2, 4] });
        await app.HireAsync(new GivenHire());
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var list = await manager.SubmitAsync(await manager.OpenAsync("/staff/subscriptions/new"), new { Name = "館長", Mail = "kancho@city.example.jp", Place = (await app.HallAsync("1")).Id });
        var mail = (await manager.OpenAsync(list.Find("tbody a").GetAttribute("href")!)).Find("article.note").TextContent;
        string[] coming = ["11月25日（水） 10:00 はじめての陶芸", "11月26日（木） 18:00 貸館", "11月27日（金） 10:00 はじめての陶芸"];
        Assert.Equal(coming, coming.OrderBy(c => mail.IndexOf(c, StringComparison.Ordinal)));
        Assert.All(coming, c => Assert.Contains(c, mail, StringComparison.Ordinal));
    }
}
