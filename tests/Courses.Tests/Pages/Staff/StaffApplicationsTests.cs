using System.Net;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages.Staff;

public sealed class StaffApplicationsTests
{
    private static readonly Dictionary<string, string> Nakamura = new()
    {
        ["Channel"] = "Phone",
        ["Input.People[0].FamilyName"] = "中村",
        ["Input.People[0].GivenName"] = "恵子",
        ["Input.People[0].FamilyKana"] = "なかむら",
        ["Input.People[0].GivenKana"] = "ｹｲｺ",
        ["Input.People[0].Birth"] = "3300405",
        ["Phone"] = "０９０－００００－０００１",
    };

    [Fact]
    public async Task A_telephone_application_is_keyed_on_one_page_and_stands_in_the_same_queue()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        await app.ApplicationAsync(course, new() { People = [["髙橋", "ゆみ", "タカハシ", "ユミ"]], Phone = "090-0000-0009" });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/applications/new"), Nakamura);
        Assert.Empty(page.Errors);
        Assert.Equal("申し込みを受け付けました", page.Heading);
        Assert.Contains("キャンセル待ち", page.Find(".result").TextContent, StringComparison.Ordinal);
        page = await staff.OpenAsync($"/staff/courses/{course}/applications");
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("キャンセル待ち 1番", page.Text, StringComparison.Ordinal);
        var person = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.Where(e => e.State == EnrolmentState.Waiting).Select(e => e.Person).SingleAsync());
        Assert.Equal(("ナカムラ", "ケイコ", new DateOnly(1955, 4, 5)), (person.FamilyKana, person.GivenKana, person.Birth));
    }

    [Fact]
    public async Task A_double_press_gives_one_application()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await staff.OpenAsync($"/staff/courses/{course}/applications/new");
        var both = await Task.WhenAll(staff.SubmitAsync(form, Nakamura), staff.SubmitAsync(form, Nakamura));
        Assert.All(both, p => Assert.Equal("申し込みを受け付けました", p.Heading));
        Assert.Equal(both[0].Find(".number strong").TextContent, both[1].Find(".number strong").TextContent);
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.CountAsync()));
    }

    [Fact]
    public async Task The_same_person_from_the_web_is_asked_about_and_can_be_taken_as_another()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course);
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/applications/new"), Nakamura);
        Assert.Contains("同じ方の申し込み", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("中村", page.Find("[name='Input.People[0].FamilyName']").GetAttribute("value"));
        page = await staff.SubmitAsync(page, new { Separate = "true" });
        Assert.Equal("申し込みを受け付けました", page.Heading);
        page = await staff.OpenAsync(page.Find(".result a").GetAttribute("href")!);
        Assert.Contains("似た申し込み", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_box()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/applications/new"),
            new Dictionary<string, string>(Nakamura) { ["Input.People[0].FamilyKana"] = "中村", ["Input.People[0].Birth"] = "昭和30年13月5日", ["Phone"] = "123" });
        Assert.Equal(3, page.Errors.Count());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task A_mail_address_in_full_width_letters_is_taken_in_nowhere()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var slip = await app.ApplicationAsync(course);
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        foreach (var (url, filled) in new[] { ($"/staff/courses/{course}/applications/new", Nakamura), ($"/staff/applications/{slip}", []) })
        {
            var page = await staff.SubmitAsync(await staff.OpenAsync(url), new Dictionary<string, string>(filled) { ["Mail"] = "ｈanako@example.jp" });
            Assert.Equal(["メールアドレスは name@example.jp のように入力してください。"], page.Errors);
        }
    }

    [Fact]
    public async Task After_closing_who_telephones_about_a_place_left_is_still_taken()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { OpensInDays = -20, ClosesInDays = -2 });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/applications/new"), Nakamura);
        Assert.Equal("申し込みを受け付けました", page.Heading);
    }

    [Fact]
    public async Task A_withdrawn_seat_goes_to_the_next_whose_answer_staff_take_on_the_telephone()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        var first = await app.ApplicationAsync(course);
        var second = await app.ApplicationAsync(course, new() { People = [["髙橋", "ゆみ", "タカハシ", "ユミ"]], Phone = "090-0000-0009" });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/applications/{first}/withdraw"));
        var page = await staff.OpenAsync($"/staff/courses/{course}/call-list");
        Assert.Contains("髙橋 ゆみ", page.Text, StringComparison.Ordinal);
        Assert.Contains("席が空きました", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/applications/{second}/answer"), new { Comes = "true" });
        Assert.Contains("確定", page.Find("tbody").TextContent, StringComparison.Ordinal);
        page = await staff.OpenAsync($"/staff/applications/{first}");
        Assert.Contains("取消", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_a_group_withdraws_and_the_other_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { GroupLimit = 2 });
        var slip = await app.ApplicationAsync(course, new() { People = [["中村", "恵子", "ナカムラ", "ケイコ"], ["中村", "𠮷男", "ナカムラ", "ヨシオ"]] });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await staff.OpenAsync($"/staff/applications/{slip}/withdraw");
        var one = form.Document.QuerySelectorAll("[name='Input.People']")[1].GetAttribute("value")!;
        var page = await staff.SubmitAsync(form, new { People = one });
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains("確定", rows[0], StringComparison.Ordinal);
        Assert.Contains("取消", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_told_leaves_the_call_list_until_there_is_news()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course);
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/call-list");
        page = await staff.SubmitAsync(page, new { Told = page.Find("[name='Input.Told']").GetAttribute("value") });
        Assert.Contains("知らせる人はいません", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "講師の都合のため" });
        Assert.Contains("中止になりました", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("参加が決まりました", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_and_note_are_kept_and_an_application_of_another_hall_is_not_found()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var slip = await app.ApplicationAsync(course);
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/applications/{slip}"), new { Phone = "090-0000-0077", Note = "夜に電話がほしい" });
        Assert.Equal("090-0000-0077", page.Find("#Input_Phone").GetAttribute("value"));
        var other = await app.SignInAsync(RoleKeys.HallManager, "2");
        foreach (var url in new[] { $"/staff/applications/{slip}", $"/staff/applications/{slip}/withdraw", $"/staff/applications/{slip}/answer", $"/staff/courses/{course}/applications", $"/staff/courses/{course}/applications/new", $"/staff/courses/{course}/call-list", $"/staff/courses/{course}/roster" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(url)).Status);
        }
    }

    [Fact]
    public async Task The_list_goes_out_as_a_file_of_the_shown_rows()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        await app.ApplicationAsync(course);
        await app.ApplicationAsync(course, new() { People = [["髙橋", "ゆみ", "タカハシ", "ユミ"]], Phone = "090-0000-0009" });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        using var file = await staff.Http.GetAsync(new Uri($"/staff/courses/{course}/applications?state=Waiting&format=csv", UriKind.Relative));
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("髙橋　ゆみ", lines[1], StringComparison.Ordinal);
        Assert.Contains("1955-04-05,090-0000-0009", lines[1], StringComparison.Ordinal);
        Assert.True(file.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Counter_staff_take_applications_but_do_not_decide_about_courses()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}");
        Assert.Empty(page.Document.QuerySelectorAll("a[href$='/edit'], a[href$='/cancel'], a[href$='/draw']"));
        foreach (var url in new[] { "/edit", "/publish", "/confirm", "/cancel", "/report", "/report/edit", "/draw", "/draw/check", "/copy", "/sessions/new" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.OpenAsync($"/staff/courses/{course}{url}")).Status);
        }
    }

    [Fact]
    public async Task Two_applications_of_one_person_are_shown_on_the_course()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course);
        await app.ApplicationAsync(course, new() { OnPaper = true });
        var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}");
        Assert.Contains("フリガナと生年月日が同じ", page.Text, StringComparison.Ordinal);
        Assert.Contains("電話番号が同じ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draw_is_frozen_held_with_a_public_number_and_replays_on_the_public_page()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Intake = Intake.Draw, Capacity = 2, ClosesInDays = 0 });
        foreach (var i in Enumerable.Range(1, 4))
        {
            await app.ApplicationAsync(course, new() { People = [["田中", $"{i}", "タナカ", new string('ア', i)]], Phone = $"090-0000-010{i}" });
        }

        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await staff.OpenAsync($"/staff/courses/{course}/draw");
        Assert.Contains("締切が過ぎると", page.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromHours(6));
        staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/draw"));
        Assert.Contains("第1回の抽選：公開の数を入れる", page.Text, StringComparison.Ordinal);
        var hash = page.Find("code").TextContent;
        Assert.NotEmpty((await staff.SubmitAsync(page)).Errors);
        var edit = await staff.OpenAsync($"/staff/courses/{course}/edit");
        Assert.Contains("抽選の一覧を固定しました", (await staff.SubmitAsync(edit, new { Capacity = "1" })).Errors.Single(), StringComparison.Ordinal);
        Assert.Empty((await staff.SubmitAsync(edit, new { Bring = "筆記用具" })).Errors);

        // A number only its source can confirm is typed twice: once, and once more from the source.
        page = await staff.SubmitAsync(page, new { Seed = "令和8年11月24日の宝くじ 123456" });
        Assert.Equal("公開の数を確かめる", page.Heading);
        Assert.Contains("令和8年11月24日の宝くじ 123456", page.Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "令和8年11月24日の宝くじ 123465" })
        {
            Assert.Equal(["上の数と違います。公開元の数を確かめて、入れ直してください。"], (await staff.SubmitAsync(page, new { Seed = wrong })).Errors);
        }

        page = await staff.SubmitAsync(page, new { Seed = "令和8年11月24日の宝くじ 123456" });
        Assert.Contains("当選は2人です", page.Text, StringComparison.Ordinal);
        var shown = await app.Visitor.OpenAsync(page.Find("tbody a").GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(hash, shown.Html, StringComparison.Ordinal);
        page = await staff.OpenAsync($"/staff/courses/{course}/applications");
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("確定", StringComparison.Ordinal)));
        Assert.Contains("キャンセル待ち 2番", page.Text, StringComparison.Ordinal);
    }
}
