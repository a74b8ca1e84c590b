using System.Net;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages.Staff;

public sealed class StaffAttendanceTests
{
    [Fact]
    public async Task Names_and_a_tally_are_saved_together_replaced_and_taken_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        await app.ApplicationAsync(course);
        await app.ApplicationAsync(course, new() { People = [["髙橋", "ゆみ", "タカハシ", "ユミ"]], Phone = "090-0000-0009" });
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var url = $"/staff/courses/{course}/sessions/{session}/attendance";
        var page = await staff.OpenAsync(url);
        Assert.Equal(["髙橋　ゆみタカハシ　ユミ", "中村　恵子ナカムラ　ケイコ"], page.Document.QuerySelectorAll("label.option").Select(l => l.TextContent.Trim()));
        page = await staff.SubmitAsync(await staff.OpenAsync(url + "?all=true"), new Dictionary<string, string> { ["Input.Heads[27]"] = "３" });
        Assert.Contains("名簿から2人、名簿のほか3人、合わせて5人", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new Dictionary<string, string> { ["Input.Heads[27]"] = "1" });
        Assert.Contains("合わせて3人", page.Text, StringComparison.Ordinal);
        var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/courses/{course}/sessions/{session}/attendance/undo"));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.CountAsync()));
    }

    [Fact]
    public async Task A_roll_call_from_an_older_form_is_refused_and_what_was_typed_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var url = $"/staff/courses/{course}/sessions/{session}/attendance";
        var (first, second) = (await staff.OpenAsync(url), await staff.OpenAsync(url));
        await staff.SubmitAsync(first, new Dictionary<string, string> { ["Input.Heads[0]"] = "5" });

        var refused = await staff.SubmitAsync(second, new Dictionary<string, string> { ["Input.Heads[1]"] = "3" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["ほかの人が先に出席を変更しました。ページを開き直して、もう一度入力してください。"], refused.Errors);
        Assert.Equal("3", refused.Find("[name='Input.Heads[1]']").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(refused)).Status);
        Assert.Equal(5, await HeadsAsync());
        // Pressed twice, the form says what stands there already.
        Assert.Empty((await staff.SubmitAsync(first, new Dictionary<string, string> { ["Input.Heads[0]"] = "5" })).Errors);
        Assert.Contains("合わせて8人", (await staff.SubmitAsync(await staff.OpenAsync(url), new Dictionary<string, string> { ["Input.Heads[1]"] = "3" })).Text, StringComparison.Ordinal);

        Task<int> HeadsAsync() => app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.SumAsync(a => a.Count));
    }

    [Fact]
    public async Task That_nobody_came_is_not_overwritten_from_an_older_form()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        await app.ApplicationAsync(course);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var url = $"/staff/courses/{course}/sessions/{session}/attendance";
        var (first, second) = (await staff.OpenAsync(url), await staff.OpenAsync(url + "?all=true"));
        await staff.SubmitAsync(first, new Dictionary<string, string> { ["Input.Heads[0]"] = "0" });

        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(second)).Status);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.CountAsync()));
    }

    [Fact]
    public async Task Only_the_heads_that_were_shown_are_taken_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var url = $"/staff/courses/{course}/sessions/{session}/attendance";
        await staff.SubmitAsync(await staff.OpenAsync(url), new Dictionary<string, string> { ["Input.Heads[0]"] = "5" });
        var undo = await staff.OpenAsync(url + "/undo");
        Assert.Contains("延べ5人", undo.Text, StringComparison.Ordinal);
        await staff.SubmitAsync(await staff.OpenAsync(url), new Dictionary<string, string> { ["Input.Heads[1]"] = "3" });

        var refused = await staff.SubmitAsync(undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["ほかの人が先に出席を変更しました。いまの出席を確かめて、やり直してください。"], refused.Errors);
        Assert.Contains("延べ8人", refused.Text, StringComparison.Ordinal);
        Assert.Equal(8, await HeadsAsync());
        // What is shown again is what stands there now; pressed twice, it is gone already.
        Assert.Empty((await staff.SubmitAsync(refused)).Errors);
        Assert.Equal(0, await HeadsAsync());
        Assert.Empty((await staff.SubmitAsync(refused)).Errors);
        await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.Where(x => x.Id == session).ExecuteUpdateAsync(u => u.SetProperty(x => x.State, SessionState.Cancelled)));
        refused = await staff.SubmitAsync(refused);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("この回に出席は入っていません", refused.Text, StringComparison.Ordinal);

        Task<int> HeadsAsync() => app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.SumAsync(a => a.Count));
    }

    [Fact]
    public async Task A_box_that_is_no_number_is_named_and_nothing_is_saved()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app, "public-lecture");
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/sessions/{session}/attendance");
        page = await staff.SubmitAsync(page, new Dictionary<string, string> { ["Input.Heads[0]"] = "5", ["Input.Heads[28]"] = "五" });
        Assert.Equal("40代・女の人数は、0から100000までの数字で入力してください。", page.Errors.Single());
        foreach (var wrong in new[] { "-1", "100001", "99999999999999999999", "1.5" })
        {
            Assert.Equal(["40代・女の人数は、0から100000までの数字で入力してください。"], (await staff.SubmitAsync(page, new Dictionary<string, string> { ["Input.Heads[28]"] = wrong })).Errors);
        }

        Assert.Equal("五", page.Find("[name='Input.Heads[28]']").GetAttribute("value"));
        Assert.Equal("5", page.Find("[name='Input.Heads[0]']").GetAttribute("value"));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Attendance.CountAsync()));
    }

    [Fact]
    public async Task An_empty_sheet_is_no_session_that_was_held_and_a_zero_is()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await staff.OpenAsync($"/staff/courses/{course}/sessions/{session}/attendance");
        Assert.Contains("印か人数を入れてください", (await staff.SubmitAsync(form)).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(SessionState.Planned, await StateAsync());
        Assert.Contains("合わせて0人", (await staff.SubmitAsync(form, new Dictionary<string, string> { ["Input.Heads[0]"] = "0" })).Text, StringComparison.Ordinal);
        Assert.Equal(SessionState.Held, await StateAsync());

        Task<SessionState> StateAsync() => app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.Where(x => x.Id == session).Select(x => x.State).SingleAsync());
    }

    [Fact]
    public async Task A_session_ahead_takes_no_attendance_and_one_reached_through_another_course_is_not_found()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        var other = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains("まだ開かれていない回です", (await staff.OpenAsync($"/staff/courses/{course}/sessions/{session}/attendance")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/courses/{other}/sessions/{session}/attendance")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/courses/{other}/sessions/{session}/sheet")).Status);
    }

    [Fact]
    public async Task The_printed_sheet_has_twenty_lines_a_page_in_the_order_of_the_screen()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        foreach (var i in Enumerable.Range(1, 21))
        {
            await app.ApplicationAsync(course, new() { People = [["田中", $"{i}", "タナカ", new string('ア', i)]], Phone = $"090-0000-01{i:00}" });
        }

        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/sessions/{session}/sheet");
        var sheets = page.Document.QuerySelectorAll(".sheet").ToList();
        Assert.Equal(3, sheets.Count);
        Assert.All(sheets.Take(2), s => Assert.Equal(20, s.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("発行者 試験 太郎", sheets[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("田中 21", (await staff.OpenAsync($"/staff/courses/{course}/roster")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_is_reported_when_all_its_sessions_are_counted_and_copied_for_next_year()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, session) = await HeldCourseAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(3));
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/report"), new { Text = "好評でした" });
        Assert.Contains("出席を入れていない回があります", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("はじめての陶芸", (await staff.OpenAsync("/staff/courses?todo=attendance")).Text, StringComparison.Ordinal);
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/sessions/{session}/attendance"), new Dictionary<string, string> { ["Input.Heads[0]"] = "8" });
        var form = await staff.OpenAsync($"/staff/courses/{course}/report");
        page = await staff.SubmitAsync(form, new { Text = "好評でした" });
        Assert.Contains("報告済み", page.Text, StringComparison.Ordinal);
        Assert.Contains("先に押したときに保存しました。", (await staff.SubmitAsync(form, new { Text = "好評でした" })).Text, StringComparison.Ordinal);
        Assert.Equal(["この講座はもう報告済みです。文は「報告の文を直す」で直せます。"], (await staff.SubmitAsync(form, new { Text = "とても好評でした" })).Errors);
        form = await staff.OpenAsync((await staff.OpenAsync($"/staff/courses/{course}")).Find("a[href$='/report/edit']").GetAttribute("href")!);
        Assert.Equal("好評でした", form.Find("textarea").TextContent.Trim());
        Assert.Contains("とても好評でした", (await staff.SubmitAsync(form, new { Text = "とても好評でした" })).Text, StringComparison.Ordinal);
        Assert.Contains("ほかの人が先に", Assert.Single((await staff.SubmitAsync(form, new { Text = "ふつうでした" })).Errors), StringComparison.Ordinal);
        page = await staff.OpenAsync($"/staff/courses/{course}/copy");
        Assert.Contains("令和9年11月23日（火）", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(page);
        Assert.Contains("2027-1-001", page.Text, StringComparison.Ordinal);
        Assert.Contains("下書き", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_finds_narrows_sorts_and_goes_out_as_a_file_of_the_same_rows()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.CourseAsync(new() { Title = "はじめての陶芸", Number = "A-1" });
        await app.CourseAsync(new() { Title = "親子で木工", Number = "A-2", Draft = true });
        await app.CourseAsync(new() { Title = "となりの館の陶芸", Number = "B-1", Hall = "2" });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Equal(["A-1", "A-2"], await NumbersAsync("?sort=number"));
        Assert.Equal(["A-2", "A-1"], await NumbersAsync("?sort=number&desc=true"));
        Assert.Equal(["A-1"], await NumbersAsync("?q=陶芸"));
        Assert.Equal(["A-2"], await NumbersAsync("?state=Draft"));
        Assert.Equal(["A-1"], await NumbersAsync("?state=Recruiting"));
        Assert.Empty(await NumbersAsync("?type=public-lecture"));
        Assert.Equal(["A-1", "A-2"], await NumbersAsync("?state=nonsense&sort=number"));
        using var file = await staff.Http.GetAsync(new Uri("/staff/courses?state=Draft&format=csv", UriKind.Relative));
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("親子で木工", lines[1], StringComparison.Ordinal);

        async Task<IEnumerable<string>> NumbersAsync(string query) =>
            (await staff.OpenAsync("/staff/courses" + query)).Document.QuerySelectorAll("tbody td[data-label='番号']").Select(c => c.TextContent.Trim());
    }

    [Fact]
    public async Task The_list_names_the_same_phase_as_the_course_itself()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.CourseAsync(new() { Draft = true });
        await app.CourseAsync(new() { OpensInDays = 2 });
        await app.CourseAsync();
        await app.CourseAsync(new() { OpensInDays = -9, ClosesInDays = -2 });
        await app.CourseAsync(new() { Intake = Intake.None });
        await app.CourseAsync(new() { SessionsInDays = [-1, 6] });
        await app.CourseAsync(new() { SessionsInDays = [-8, -1] });
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            var now = app.Clock.UtcNow();
            foreach (var phase in Enum.GetValues<Phase>())
            {
                var asked = await CourseFilterPhaseAsync(db, phase, now, app.Clock.Today());
                var told = (await db.Courses.ToListAsync()).Where(c => c.PhaseAt(now) == phase).Select(c => c.Id).Order();
                Assert.Equal(told, asked.Order());
            }
        });
    }

    private static Task<List<Guid>> CourseFilterPhaseAsync(CoursesDb db, Phase phase, DateTime now, DateOnly today) =>
        Kominkan.Courses.Pages.Courses.Staff.CourseFilter.InPhase(db.Courses, phase, now, today).Select(c => c.Id).ToListAsync();

    private static async Task<(Guid Course, Guid Session)> HeldCourseAsync(KominkanApp app, string type = "hosted-course")
    {
        var course = await app.CourseAsync(new() { Type = type, SessionsInDays = [1], Capacity = 30 });
        return (course, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.Where(x => x.CourseId == course).Select(x => x.Id).SingleAsync()));
    }
}
