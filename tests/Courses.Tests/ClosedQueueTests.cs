using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests;

/// <summary>Who waits to the end is told that it is the end.</summary>
public sealed class ClosedQueueTests
{
    private const string Morning = "notifications.reminders";

    [Fact]
    public async Task Who_still_waits_when_the_course_begins_is_told_once_that_no_seat_comes()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { Capacity = 1 }); // 5, 12 and 19 December
        await app.NewBrowser().ApplyAsync(course, 1, ByMail("comes@example.jp"));
        await app.NewBrowser().ApplyAsync(course, 2, ByMail("waits@example.jp"));
        await app.NewBrowser().ApplyAsync(course, 3, new Dictionary<string, string> { ["By"] = nameof(ContactBy.Phone) });
        await app.NewBrowser().ApplyAsync(course, 4, ByMail("gone@example.jp"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var gone = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Where(a => a.Contact.Mail == "gone@example.jp").Select(a => a.Id).SingleAsync());
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/applications/{gone}/withdraw"));

        app.Clock.Advance(TimeSpan.FromDays(11));
        await app.RunJobAsync(Morning);
        Assert.Equal(0, await ToldAsync(app));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunJobAsync(Morning);
        Assert.Equal(2, await ToldAsync(app));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunJobAsync(Morning);
        Assert.Equal(2, await ToldAsync(app));

        await app.RunJobAsync("notifications.send");
        Assert.Contains("席が回らないまま、キャンセル待ちは終わりました。\n中村　恵子：席が空きませんでした\n", string.Concat(mail.MailsTo("waits@example.jp").Select(m => m.Text.ReplaceLineEndings("\n"))), StringComparison.Ordinal);
        Assert.DoesNotContain(mail.MailsTo("comes@example.jp").Concat(mail.MailsTo("gone@example.jp")), m => m.Text.Contains("キャンセル待ちは終わりました", StringComparison.Ordinal));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains("はじめての陶芸 キャンセル待ちは終わりました", (await clerk.OpenAsync("/staff/calls?by=Phone")).Text, StringComparison.Ordinal);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("キャンセル待（ま）ちは おわりました。", (await office.OpenAsync("/staff/texts/courses.queue-closed/easy")).Text, StringComparison.Ordinal);
        Assert.Contains("The waiting list is closed", (await office.OpenAsync("/staff/texts/courses.queue-closed/english")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_others_may_still_apply_or_seats_are_drawn_again_the_list_is_open_after_the_course_has_begun()
    {
        await using var app = await KominkanApp.StartAsync();
        var (open, again) = (new GivenCourse { Title = "募集中", Capacity = 1, ClosesInDays = 7, SessionsInDays = [5, 30] }, new GivenCourse { Title = "抽選", Capacity = 1, ClosesInDays = 3, DrawAgain = true, SessionsInDays = [5, 10] });
        foreach (var given in new[] { open, again })
        {
            var course = await app.CourseAsync(given);
            await app.NewBrowser().ApplyAsync(course, 1);
            await app.NewBrowser().ApplyAsync(course, 2);
        }

        var told = new List<int>();
        for (var day = 1; day <= 14; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.RunJobAsync(Morning);
            told.Add(await ToldAsync(app));
        }

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2], told);
    }

    [Fact]
    public async Task A_list_that_closed_long_ago_is_left_alone_and_a_course_called_off_says_so_alone()
    {
        await using var app = await KominkanApp.StartAsync();
        var (old, off) = (await app.CourseAsync(new() { Capacity = 1, SessionsInDays = [12, 90] }), await app.CourseAsync(new() { Capacity = 1, SessionsInDays = [21] }));
        foreach (var course in new[] { old, off })
        {
            await app.NewBrowser().ApplyAsync(course, 1);
            await app.NewBrowser().ApplyAsync(course, 2);
        }

        app.Clock.Advance(TimeSpan.FromDays(20));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{off}/cancel"), new { Reason = "講師の都合のため" });
        await app.RunJobAsync(Morning);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunJobAsync(Morning);
        Assert.Equal(0, await ToldAsync(app));
    }

    private static Task<int> ToldAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var applications = await s.GetRequiredService<CoursesDb>().Applications.Select(a => a.Id).ToListAsync();
        return (await s.GetRequiredService<IMessages>().OfSubjectsAsync(applications)).Count(m => m.Kind == CourseMessages.QueueClosed);
    });

    private static Dictionary<string, string> ByMail(string address) => new() { ["By"] = nameof(ContactBy.Mail), ["Mail"] = address };
}
