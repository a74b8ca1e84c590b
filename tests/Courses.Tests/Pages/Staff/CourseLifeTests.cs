using System.Net;
using Kominkan.Courses.Contracts;

namespace Kominkan.Courses.Tests.Pages.Staff;

public sealed class CourseLifeTests
{
    [Fact]
    public async Task A_manager_makes_a_course_fills_it_in_adds_sessions_and_publishes_it()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync("/staff/courses/new");
        page = await staff.SubmitAsync(page, new { Title = "はじめての陶芸", ProgramType = "hosted-course" });
        Assert.Equal("内容を直す", page.Heading);
        Assert.Contains("2026-1-001", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new { Intake = "Draw", OpensAt = "2026-12-01T09:00", ClosesAt = "2026-12-10T17:00", Capacity = "12", MaterialsFee = "500", Tags = "工芸、親子" });
        Assert.Empty(page.Errors);
        Assert.Contains("drand quicknet 第", page.Text, StringComparison.Ordinal);
        Assert.Contains("R8.12.1 9:00 から R8.12.10 17:00", page.Text, StringComparison.Ordinal);
        var home = page.Url.AbsolutePath;
        page = await staff.OpenAsync(home + "/sessions/new");
        page = await staff.SubmitAsync(page, new { Date = "2026-12-19", From = "10:00", To = "12:00", Times = "3" });
        Assert.Contains("閉まっています", string.Join(' ', page.Errors), StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new { Date = "2026-12-19", From = "10:00", To = "12:00", Times = "2" });
        Assert.Empty(page.Errors);
        page = await staff.SubmitAsync(await staff.OpenAsync(home + "/publish"));
        Assert.Contains("公開中", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync(home.Replace("/staff", "", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_closed_day_is_asked_about_and_taken_when_staff_say_so()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/sessions/new");
        Assert.Empty(page.Document.QuerySelectorAll("[name='Input.Anyway']"));
        page = await staff.SubmitAsync(page, new { Date = "2027-01-01", From = "10:00", To = "12:00" });
        Assert.NotEmpty(page.Errors);
        page = await staff.SubmitAsync(page, new { Anyway = "true" });
        Assert.Contains("R9.1.1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_from_an_older_form_is_refused_and_what_was_typed_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var mine = await staff.OpenAsync($"/staff/courses/{course}/edit");
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/edit"), new { Title = "陶芸入門" });
        var refused = await staff.SubmitAsync(mine, new { Title = "陶芸の会" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("ほかの人が先に", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("陶芸の会", refused.Find("#Input_Title").GetAttribute("value"));
    }

    [Fact]
    public async Task A_session_moved_from_an_older_form_is_refused_and_what_was_typed_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { SessionsInDays = [12] });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var url = (await staff.OpenAsync($"/staff/courses/{course}")).Find("tbody th a[href*=sessions]").GetAttribute("href")!;
        var (first, second) = (await staff.OpenAsync(url), await staff.OpenAsync(url));
        Assert.Empty((await staff.SubmitAsync(first, new { From = "14:00", To = "16:00" })).Errors);

        var refused = await staff.SubmitAsync(second, new { Topic = "開講式" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["ほかの人が先にこの回を変更しました。最新の内容を確かめて、もう一度入力してください。"], refused.Errors);
        Assert.Equal("開講式", refused.Find("#Input_Topic").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(refused)).Status);
        Assert.Empty((await staff.SubmitAsync(first, new { From = "14:00", To = "16:00" })).Errors);
        Assert.Empty((await staff.SubmitAsync(await staff.OpenAsync(url), new { Topic = "開講式" })).Errors);
        var now = await staff.OpenAsync(url);
        Assert.Equal(("14:00", "開講式"), (now.Find("#Input_From").GetAttribute("value"), now.Find("#Input_Topic").GetAttribute("value")));
    }

    [Fact]
    public async Task A_session_whose_time_is_not_known_yet_has_its_day_in_the_calendar_file()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { SessionsInDays = [12] });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Empty((await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/sessions/new"), new { Date = "2026-12-19", From = "", To = "", Times = "1" })).Errors);

        var file = await app.Visitor.Http.GetStringAsync(new Uri($"/courses/{course}.ics", UriKind.Relative));

        Assert.Equal(2, file.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART:20261205T010000Z", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261219", file, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20261220", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_of_another_hall_is_not_found_on_any_page()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Hall = "2" });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        foreach (var page in new[] { "", "/edit", "/sessions/new", "/publish", "/confirm", "/cancel", "/report", "/report/edit" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/courses/{course}{page}")).Status);
        }
    }

    [Fact]
    public async Task A_cancelled_session_keeps_its_reason_and_can_be_planned_again()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { SessionsInDays = [12] });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}");
        var session = page.Find("tbody th a[href*=sessions]").GetAttribute("href");
        await staff.SubmitAsync(await staff.OpenAsync(session + "/cancel"), new { Reason = "台風のため" });
        page = await staff.OpenAsync($"/staff/courses/{course}");
        Assert.Contains("中止 台風のため", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync(session + "/reopen"));
        Assert.DoesNotContain("台風", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_is_confirmed_with_its_minimum_said_or_called_off_with_a_reason()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Minimum = 5, Intake = Intake.FirstCome });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/confirm");
        Assert.Contains("最少人数に5人足りません", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(page);
        Assert.Contains("開講", page.Text, StringComparison.Ordinal);
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "申し込みが少なかったため" });
        page = await staff.OpenAsync($"/staff/courses/{course}");
        Assert.Contains("申し込みが少なかったため", page.Text, StringComparison.Ordinal);
    }
}
