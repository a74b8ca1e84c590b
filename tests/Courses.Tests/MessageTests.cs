using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests;

/// <summary>What applicants and staff are told, by whichever door their seat was moved.</summary>
public sealed class MessageTests
{
    private const string Send = "notifications.send";

    [Fact]
    public async Task Who_applies_with_mail_is_told_and_reads_the_same_with_the_receipt()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { Capacity = 1 });
        var first = await app.Visitor.ApplyAsync(course, 1, ByMail("first@example.jp"));
        await app.NewBrowser().ApplyAsync(course, 2, ByMail("second@example.jp"));
        await app.RunJobAsync(Send);
        Assert.Contains("参加が決まりました", Assert.Single(mail.MailsTo("first@example.jp")).Subject, StringComparison.Ordinal);
        Assert.Contains("キャンセル待ち", Assert.Single(mail.MailsTo("second@example.jp")).Subject, StringComparison.Ordinal);
        Assert.Contains(first.ReceiptNumber(), mail.MailsTo("first@example.jp")[0].Text, StringComparison.Ordinal);
        var mine = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/applications"), new { Number = first.ReceiptNumber(), Phone = "090-0000-0001" });
        Assert.Contains("参加が決まりました", mine.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Contains("送信済み", mine.Find("section").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_freed_seat_is_offered_by_mail_and_its_end_is_told_too()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { Capacity = 1 });
        var first = await app.ApplicationAsync(course);
        await app.NewBrowser().ApplyAsync(course, 2, ByMail("second@example.jp"));
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/applications/{first}/withdraw"));
        await app.RunJobAsync(Send);
        Assert.Contains(mail.MailsTo("second@example.jp"), m => m.Text.Contains("席が空きました", StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromDays(6));
        await app.RunJobAsync("courses.settle");
        await app.RunJobAsync("courses.settle");
        await app.RunJobAsync(Send);
        Assert.Single(mail.MailsTo("second@example.jp"), m => m.Subject.Contains("返事の期限が過ぎました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_course_or_session_that_is_called_off_is_told_to_everybody_who_is_in_it()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync();
        await app.NewBrowser().ApplyAsync(course, 1, ByMail("a@example.jp"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var session = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.OrderBy(x => x.Number).Select(x => x.Id).FirstAsync());
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/sessions/{session}/cancel"), new { Reason = "台風のため" });
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/sessions/{session}/reopen"));
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "講師の都合のため" });
        await app.RunJobAsync(Send);
        var digest = Assert.Single(mail.MailsTo("a@example.jp")).Text;
        foreach (var told in new[] { "参加が決まりました", "理由：台風のため", "予定どおり開きます", "理由：講師の都合のため" })
        {
            Assert.Contains(told, digest, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var application = await app.ApplicationAsync(course);
        await Assert.ThrowsAsync<RuleBroken>(() => app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<CoursesDb>();
            var found = await db.Courses.Include(c => c.Sessions).SingleAsync(c => c.Id == course);
            found.Cancel("まちがい");
            await db.SaveChangesAsync();
            throw new RuleBroken("やっぱりやめます。");
        }));
        var told = await app.DoAsync(s => s.GetRequiredService<IMessages>().OfSubjectsAsync([application]));
        Assert.DoesNotContain(told, m => m.Kind == CourseMessages.Cancelled);
    }

    [Fact]
    public async Task Three_days_and_one_day_before_a_session_who_comes_is_reminded_once_each()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { SessionsInDays = [5] });
        await app.NewBrowser().ApplyAsync(course, 1, ByMail("a@example.jp"));
        await app.RunDueJobsAsync();
        await app.RunJobAsync(Send);
        var days = new List<DateTime>();
        for (var hour = 0; hour < 24 * 6; hour++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            var before = mail.Count;
            await app.RunDueJobsAsync();
            days.AddRange(Enumerable.Repeat(app.Clock.UtcNow().InJapan(), mail.Count - before));
        }

        Assert.Equal([new DateTime(2026, 11, 25, 8, 0, 0), new DateTime(2026, 11, 27, 8, 0, 0)], days);
    }

    [Fact]
    public async Task Staff_who_subscribe_are_reminded_of_attendance_small_courses_and_draws()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var hall = await app.HallAsync("1");
        await app.CourseAsync(new() { Title = "出席のない講座", Intake = Contracts.Intake.None, Capacity = null, SessionsInDays = [1] });
        await app.CourseAsync(new() { Title = "人の少ない講座", Minimum = 5, ClosesInDays = 3 });
        var draw = await app.CourseAsync(new() { Title = "抽選の講座", Intake = Contracts.Intake.Draw, ClosesInDays = 1 });
        await app.ApplicationAsync(draw);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync("/staff/subscriptions/new"), new { Name = "館長", Mail = "kancho@city.example.jp", Place = hall.Id });
        await app.RunDueJobsAsync();
        for (var hour = 0; hour < 24 * 6; hour++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await app.RunDueJobsAsync();
        }

        var text = string.Join("\n", mail.MailsTo("kancho@city.example.jp").Select(m => m.Subject + m.Text));
        foreach (var title in new[] { "出席が入っていません：出席のない講座", "人数が足りません：人の少ない講座", "抽選をしてください：抽選の講座" })
        {
            Assert.Contains(title, text, StringComparison.Ordinal);
        }

        Assert.Contains($"/staff/courses/{draw}/draw", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planners_are_reminded_of_drafts_reports_and_days_on_which_the_hall_is_closed()
    {
        await using var app = await KominkanApp.StartAsync();
        var hall = await app.HallAsync("1");
        await app.CourseAsync(new() { Title = "下書きの講座", Draft = true, OpensInDays = 7 });
        await app.CourseAsync(new() { Title = "まだ先の講座", Draft = true, OpensInDays = 8, ClosesInDays = 10 });
        var over = await app.CourseAsync(new() { Title = "終わった講座", Intake = Contracts.Intake.None, Capacity = null, SessionsInDays = [0] });
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<CoursesDb>();
            await db.Sessions.Where(x => x.CourseId == over).ExecuteUpdateAsync(u => u.SetProperty(x => x.State, SessionState.Held));
        });
        await app.CourseAsync(new() { Title = "休館日の講座", SessionsInDays = [21] }); // 14 December 2026 is a Monday
        Assert.Equal(["まだ下書きです：下書きの講座"], await DueAsync(app, 0, CourseMessages.PlanDue));
        Assert.Equal([], await DueAsync(app, 13, CourseMessages.ReportDue));
        Assert.Equal(["報告がまだです：終わった講座"], await DueAsync(app, 14, CourseMessages.ReportDue));
        Assert.Contains("休館日に当たります：休館日の講座", await DueAsync(app, 0, CourseMessages.OnClosedDay));
    }

    [Fact]
    public async Task How_many_days_before_is_a_rule_of_the_city()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { SessionsInDays = [9] });
        await app.ApplicationAsync(course);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/courses.remind-first"), new { Value = 7, From = "2026-11-25" });
        Assert.Empty(await DueAsync(app, 1, CourseMessages.SessionSoon));
        Assert.Single(await DueAsync(app, 2, CourseMessages.SessionSoon));
        Assert.Empty(await DueAsync(app, 6, CourseMessages.SessionSoon));
        Assert.Single(await DueAsync(app, 8, CourseMessages.SessionSoon));
    }

    [Fact]
    public async Task Who_applies_signed_in_finds_the_message_in_my_page_in_the_language_they_chose()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        var (first, second) = (await app.CourseAsync(), await app.CourseAsync(new() { Title = "書道" }));
        await post.ComeInAsync(app, app.Visitor, "keiko@example.jp");
        await app.Visitor.ApplyAsync(first, 1, ByMail("keiko@example.jp"));
        var note = (await app.Visitor.OpenAsync("/my")).Find("article.note");
        Assert.Contains("はじめての陶芸 参加が決まりました", note.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, note.QuerySelectorAll("p.measure").Length);
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/language"), new { Language = "Easy" });
        await app.Visitor.ApplyAsync(second, 2, ByMail("keiko@example.jp"));
        await app.RunJobAsync(Send);
        Assert.Contains("参加（さんか）が きまりました。", (await app.Visitor.OpenAsync("/my")).Text, StringComparison.Ordinal);
        Assert.Contains(post.Letters, l => l.To == "keiko@example.jp" && l.Body.Contains("参加（さんか）が きまりました。", StringComparison.Ordinal));
        using var other = app.NewBrowser();
        await post.ComeInAsync(app, other, "other@example.jp");
        Assert.DoesNotContain("はじめての陶芸", (await other.OpenAsync("/my")).Text, StringComparison.Ordinal);
        Assert.Equal((System.Net.HttpStatusCode)422, (await other.SubmitAsync(await other.OpenAsync("/my/language"), new { Language = "7" })).Status);
    }

    [Fact]
    public async Task Of_who_is_taken_out_of_the_family_my_page_keeps_what_was_sent_signed_in_as_it_says_and_nothing_else()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        var (sent, taken) = (await app.CourseAsync(new() { Title = "親子の陶芸" }), await app.CourseAsync(new() { Title = "書道" }));
        await post.ComeInAsync(app, app.Visitor, "keiko@example.jp");
        Page? page = null;
        foreach (var (given, kana, year, more) in new[] { ("恵子", "けいこ", "50", ("Phone", "090-0000-0001")), ("翼", "つばさ", "62", ("Relation", "母")) })
        {
            page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/family/new"), new Dictionary<string, string>
            {
                ["FamilyName"] = "中村",
                ["GivenName"] = given,
                ["FamilyKana"] = "なかむら",
                ["GivenKana"] = kana,
                ["Birth.Era"] = "昭和",
                ["Birth.Year"] = year,
                ["Birth.Month"] = "4",
                ["Birth.Day"] = "5",
                [more.Item1] = more.Item2,
            });
        }

        var child = page!.Document.QuerySelectorAll("a[href$='/remove']").Single(a => a.TextContent.Contains('翼', StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await app.Visitor.OpenAsync((await app.Visitor.OpenAsync($"/courses/{sent}/apply")).Document.QuerySelectorAll("main a[href*='who=']").Single(a => a.TextContent.Contains('翼', StringComparison.Ordinal)).GetAttribute("href")!);
        await app.Visitor.SendAsync(await app.Visitor.SubmitAsync(form, new { Agree = "true" }));
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await counter.SubmitAsync(await counter.OpenAsync($"/staff/courses/{taken}/applications/new?person={child.Split('/')[3]}"), new { Phone = "090-0000-0001" });
        Assert.Contains("書道", (await app.Visitor.OpenAsync("/my")).Find("main").TextContent, StringComparison.Ordinal);

        page = await app.Visitor.OpenAsync(child);
        Assert.Contains("窓口などで受け付けた申し込みは、マイページに出なくなります。ログインして自分で送った申し込みは残ります。", page.Text, StringComparison.Ordinal);
        await app.Visitor.SubmitAsync(page);

        var mine = (await app.Visitor.OpenAsync("/my")).Find("main").TextContent;
        Assert.Contains("親子の陶芸", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("書道", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_English_is_told_the_day_in_English_and_who_reads_easy_Japanese_in_Japanese()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        var (first, second) = (await app.CourseAsync(), await app.CourseAsync(new() { Title = "書道", SessionsInDays = [13] }));
        await post.ComeInAsync(app, app.Visitor, "keiko@example.jp");
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/language"), new { Language = "English" });
        await app.Visitor.ApplyAsync(first, 1, ByMail("keiko@example.jp"));
        await app.RunJobAsync(Send);
        Assert.Contains(post.Letters, l => l.Body.Contains("When: Sat 5 Dec 2026, 10:00–12:00 (the first of 3 sessions)", StringComparison.Ordinal));
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/language"), new { Language = "Easy" });
        await app.Visitor.ApplyAsync(second, 2, ByMail("keiko@example.jp"));
        Assert.Contains("日時：令和8年12月6日（日）午前10時から正午まで", (await app.Visitor.OpenAsync("/my")).Text, StringComparison.Ordinal);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("Dec 2026, 10:00–12:00", (await office.OpenAsync("/staff/texts/courses.enrolled/english")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_sessions_there_are_stands_after_the_time_in_brackets()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.Visitor.ApplyAsync(await app.CourseAsync(), 1, ByMail("first@example.jp"));
        await app.RunJobAsync(Send);
        Assert.Contains("日時：令和8年12月5日（土）午前10時から正午まで（全3回）\n", Assert.Single(mail.MailsTo("first@example.jp")).Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_citys_invented_people_are_told_nothing_by_being_invented()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillSampleAsync();
        var applications = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Select(a => a.Id).ToListAsync());
        Assert.NotEmpty(applications);
        foreach (var some in applications.Chunk(500))
        {
            Assert.Empty(await app.DoAsync(s => s.GetRequiredService<IMessages>().OfSubjectsAsync(some)));
        }
    }

    /// <summary>Titles of what the modules want to be remembered so many days from now.</summary>
    private static Task<List<string>> DueAsync(KominkanApp app, int days, string kind) => app.DoAsync(async s =>
    {
        var kinds = s.GetServices<IMessageKinds>().SelectMany(k => k.Kinds).ToDictionary(k => k.Key);
        var titles = new List<string>();
        foreach (var module in s.GetServices<IReminders>())
        {
            await foreach (var reminder in module.DueAsync(app.Clock.Today().AddDays(days)))
            {
                if (reminder.Kind == kind)
                {
                    titles.Add(reminder.Values.Aggregate(kinds[kind].Japanese.Title, (title, v) => title.Replace("{" + v.Key + "}", v.Value.Japanese, StringComparison.Ordinal)));
                }
            }
        }

        return titles;
    });

    private static Dictionary<string, string> ByMail(string address) => new() { ["By"] = nameof(ContactBy.Mail), ["Mail"] = address };
}
