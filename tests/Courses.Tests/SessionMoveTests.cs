using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests;

/// <summary>Who is told that a session has another day or time, is called off, or takes place after all.</summary>
public sealed class SessionMoveTests
{
    [Fact]
    public async Task A_session_that_is_moved_is_told_to_who_comes_and_to_who_is_offered_a_seat_each_time()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { Capacity = 2 });
        await app.NewBrowser().ApplyAsync(course, 1, ByMail("comes@example.jp"));
        var gone = await app.ApplicationAsync(course);
        await app.NewBrowser().ApplyAsync(course, 2, ByMail("offered@example.jp"));
        await app.NewBrowser().ApplyAsync(course, 3, ByMail("waits@example.jp"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/applications/{gone}/withdraw"));
        var session = $"/staff/courses/{course}/sessions/{await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.OrderBy(x => x.Number).Select(x => x.Id).FirstAsync())}";

        var form = await manager.OpenAsync(session);
        Assert.Contains("合わせて2人に知らせます", form.Text, StringComparison.Ordinal);
        var moved = await manager.SubmitAsync(form, new { Date = "2026-12-08" });
        Assert.EndsWith("/call-list", moved.Url.AbsolutePath, StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.OpenAsync(session), new { Topic = "開講式" });
        await app.RunJobAsync("notifications.send");

        foreach (var told in new[] { "comes@example.jp", "offered@example.jp" })
        {
            Assert.Contains("いままで：令和8年12月5日（土）午前10時から正午までの回\nこれから：令和8年12月8日（火）午前10時から正午までの回\n", Assert.Single(mail.MailsTo(told)).Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("いままで：", Assert.Single(mail.MailsTo("waits@example.jp")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await MovesToldAsync(app));
        await manager.SubmitAsync(await manager.OpenAsync(session), new { Date = "2026-12-05" });
        await manager.SubmitAsync(await manager.OpenAsync(session), new { Date = "2026-12-08" });
        await manager.SubmitAsync(await manager.OpenAsync(session), new { From = "13:00", To = "15:00" });
        Assert.Equal(8, await MovesToldAsync(app));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("Before: Tue 1 Dec 2026, 13:00–15:00", (await office.OpenAsync("/staff/texts/courses.session-moved/english")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_session_which_is_over_was_on_another_day_is_not_told()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course);
        app.Clock.Advance(TimeSpan.FromDays(16)); // 9 December
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var sessions = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.OrderBy(x => x.Number).Select(x => x.Id).ToListAsync());
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/sessions/{sessions[0]}"), new { Date = "2026-12-06" });
        Assert.Equal(0, await MovesToldAsync(app));
        var calls = await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/sessions/{sessions[0]}"), new { Date = "2026-12-10" });
        Assert.Contains("はじめての陶芸 日時が変わりました", calls.Find("td[data-label='知らせること']").ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await MovesToldAsync(app));
    }

    [Fact]
    public async Task A_session_that_is_called_off_again_or_comes_back_again_is_told_each_time_once()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync();
        await app.NewBrowser().ApplyAsync(course, 1, ByMail("comes@example.jp"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var session = $"/staff/courses/{course}/sessions/{await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.OrderBy(x => x.Number).Select(x => x.Id).FirstAsync())}";
        foreach (var (reason, times) in new[] { ("台風のため", 1), ("講師の急病のため", 2) })
        {
            var cancel = await manager.OpenAsync($"{session}/cancel");
            await manager.SubmitAsync(cancel, new { Reason = reason });
            await manager.SubmitAsync(cancel, new { Reason = reason });
            Assert.Equal((times, times - 1), (await ToldAsync(app, CourseMessages.SessionCancelled), await ToldAsync(app, CourseMessages.SessionBack)));
            var reopen = await manager.OpenAsync($"{session}/reopen");
            await manager.SubmitAsync(reopen);
            await manager.SubmitAsync(reopen);
            Assert.Equal((times, times), (await ToldAsync(app, CourseMessages.SessionCancelled), await ToldAsync(app, CourseMessages.SessionBack)));
        }

        await app.RunJobAsync("notifications.send");
        var text = Assert.Single(mail.MailsTo("comes@example.jp")).Text;
        Assert.Equal((1, 1, 2), (text.Split("理由：台風のため").Length - 1, text.Split("理由：講師の急病のため").Length - 1, text.Split("予定どおり開きます").Length - 1));
    }

    private static Task<int> MovesToldAsync(KominkanApp app) => ToldAsync(app, CourseMessages.SessionMoved);

    private static Task<int> ToldAsync(KominkanApp app, string kind) => app.DoAsync(async s =>
    {
        var applications = await s.GetRequiredService<CoursesDb>().Applications.Select(a => a.Id).ToListAsync();
        return (await s.GetRequiredService<IMessages>().OfSubjectsAsync(applications)).Count(m => m.Kind == kind);
    });

    private static Dictionary<string, string> ByMail(string address) => new() { ["By"] = nameof(ContactBy.Mail), ["Mail"] = address };
}
