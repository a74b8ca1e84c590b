using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages.Staff;

/// <summary>What residents were told before they applied stays as it was, and dates of a course fit each other.</summary>
public sealed class PromiseTests
{
    [Theory]
    [InlineData("GroupLimit", "1", "申し込みがあるので、いっしょに申し込める人数は減らせません。")]
    [InlineData("OpensAt", "2026-11-24T09:00", "申し込みがあるので、受付の始まりは遅らせられません。")]
    [InlineData("ResidentWeight", "3", "申し込みがあるので、抽選の口数は変えられません。")]
    [InlineData("LostBeforeWeight", "2", "申し込みがあるので、抽選の口数は変えられません。")]
    [InlineData("Intake", "FirstCome", "申し込みがあるので、申込方法は変えられません。")]
    [InlineData("Capacity", "", "公開中の講座には、申込期間と定員が必要です。")]
    [InlineData("ClosesAt", "", "公開中の講座には、申込期間と定員が必要です。")]
    public async Task With_an_application_in_the_draw_its_promises_stay(string field, string value, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Intake = Intake.Draw, GroupLimit = 4, Capacity = 10 });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var free = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/edit"), new { GroupLimit = "3", ResidentWeight = "2" });
        Assert.Empty(free.Errors);

        await app.ApplicationAsync(course);
        var form = await staff.OpenAsync($"/staff/courses/{course}/edit");
        Assert.Equal([sentence], (await staff.SubmitAsync(form, new Dictionary<string, string> { [field] = value })).Errors);
        Assert.Empty((await staff.SubmitAsync(form, new { GroupLimit = "4", Capacity = "12" })).Errors);
    }

    [Fact]
    public async Task Places_given_out_are_not_taken_back_by_a_smaller_capacity()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 3 });
        await app.ApplicationAsync(course);
        await app.ApplicationAsync(course, new() { People = [["田中", "誠", "タナカ", "マコト"]], Phone = "090-0000-0002" });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var form = await staff.OpenAsync($"/staff/courses/{course}/edit");
        Assert.Equal(["すでに2人が決まっています。定員はそれより少なくできません。"], (await staff.SubmitAsync(form, new { Capacity = "1" })).Errors);
        Assert.Empty((await staff.SubmitAsync(form, new { Capacity = "2" })).Errors);
    }

    [Fact]
    public async Task No_more_may_apply_together_than_there_are_seats()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 2 });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var form = await staff.OpenAsync($"/staff/courses/{course}/edit");
        var refused = await staff.SubmitAsync(form, new { GroupLimit = "3" });
        Assert.Equal(["いっしょに申し込める人数を、定員より多くできません。"], refused.Errors);
        Assert.Equal("3", refused.Find("[name='Input.GroupLimit'][aria-invalid='true']").GetAttribute("value"));
        Assert.Empty((await staff.SubmitAsync(form, new { GroupLimit = "2" })).Errors);
    }

    [Theory]
    [InlineData("ClosesAt", "2027-01-31T17:00", "締切を、最後の回より後にできません。")]
    [InlineData("ClosesAt", "2026-11-01T17:00", "締切を、受付の始まりより後にしてください。")]
    [InlineData("DecideOn", "2027-01-31", "開講を決める日を、最後の回より後にできません。")]
    [InlineData("ClosesAt", "99999-01-01T00:00", "「99999-01-01T00:00」が読み取れません")]
    public async Task Dates_of_a_course_are_bounded_by_each_other(string field, string value, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Minimum = 5 });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var refused = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/edit"), new Dictionary<string, string> { [field] = value });
        Assert.Contains(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drand_round_takes_only_its_64_digits_and_only_when_they_are_public()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, staff, page) = await ClosedDrawAsync(app, TimeSpan.Zero);
        Assert.Contains("drand quicknet 第", page.Text, StringComparison.Ordinal);
        var digits = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
        Assert.Equal(["この回の数は、まだ公開されていません。公開の時刻を過ぎてから入れてください。"], (await staff.SubmitAsync(page, new { Seed = digits })).Errors);

        app.Clock.Advance(TimeSpan.FromHours(2));
        staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        page = await staff.OpenAsync($"/staff/courses/{course}/draw");
        foreach (var wrong in new[] { digits[1..], digits + "0", new string('g', 64), "123456" })
        {
            Assert.Equal(["drand の randomness は、0から9とaからfの64文字です。そのまま写してください。"], (await staff.SubmitAsync(page, new { Seed = wrong })).Errors);
        }

        // Copied in capitals it is the same number, and what is published is what anybody reads at the source.
        page = await staff.SubmitAsync(page, new { Seed = digits.ToUpperInvariant() });
        Assert.Contains("当選は1人です", page.Text, StringComparison.Ordinal);
        var file = PublishedDraw.Parse(await app.Visitor.Http.GetStringAsync(new Uri(page.Find("tbody a").GetAttribute("href") + ".json", UriKind.Relative)));
        Assert.Equal(digits, file.Seed);
        Assert.Empty(file.Differences());
    }

    [Fact]
    public async Task A_list_that_is_frozen_late_draws_by_a_round_nobody_knows_yet()
    {
        await using var early = await KominkanApp.StartAsync();
        var (_, _, onTime) = await ClosedDrawAsync(early, TimeSpan.Zero);
        await using var app = await KominkanApp.StartAsync();
        var (_, _, late) = await ClosedDrawAsync(app, TimeSpan.FromDays(3));
        Assert.True(RoundOf(late) > RoundOf(onTime) + (2 * 24 * 60 * 20), "A round of three days ago was public when the list was frozen.");
        Assert.Contains("11月26日", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_in_words_is_part_of_what_is_published_at_closing()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _, _) = await ClosedDrawAsync(app, TimeSpan.Zero);
        var id = await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Draws.Where(d => d.CourseId == course).Select(d => d.Id).SingleAsync());
        var file = PublishedDraw.Parse(await app.Visitor.Http.GetStringAsync(new Uri($"/draws/{id}.json", UriKind.Relative)));
        Assert.Equal(Draw.Format, file.Format);
        Assert.DoesNotContain(file.Differences(), d => d.Contains("ハッシュ", StringComparison.Ordinal));
        Assert.Contains((file with { Rule = file.Rule + "職員の家族は3口です。" }).Differences(), d => d.Contains("ハッシュ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_person_stands_in_a_group_only_once()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { GroupLimit = 3 });
        var form = await app.Visitor.OpenAsync($"/courses/{course}/apply?people=2");
        var twice = new Dictionary<string, string>();
        foreach (var i in new[] { 0, 1 })
        {
            foreach (var (name, value) in new[] { ("FamilyName", "中村"), ("GivenName", "恵子"), ("FamilyKana", "なかむら"), ("GivenKana", "けいこ"), ("Birth.Era", "昭和"), ("Birth.Year", "30"), ("Birth.Month", "4"), ("Birth.Day", "5"), ("Gender", "女") })
            {
                twice[$"Input.People[{i}].{name}"] = value;
            }
        }

        var refused = await app.Visitor.FillInAsync(course, changes: twice, opened: form);
        Assert.Contains("同じ方が2度入っています。いっしょに申し込む方を確かめてください", refused.Errors);
        twice["Input.People[1].GivenKana"] = "まこと";
        Assert.EndsWith("/confirm", (await app.Visitor.FillInAsync(course, changes: twice, opened: form)).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_course_says_so_wherever_it_is_met()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Capacity = 1 });
        var receipt = (await app.Visitor.ApplyAsync(course)).ReceiptNumber();
        using var second = app.NewBrowser();
        var waits = (await second.ApplyAsync(course, 2)).ReceiptNumber();
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "講師の急病のため" });

        var page = await app.Visitor.OpenAsync($"/courses/{course}");
        Assert.Contains("この講座は中止になりました。理由：講師の急病のため", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/apply']"));
        Assert.Contains("中止になりました", (await app.Visitor.OpenAsync($"/courses/{course}/apply")).Text, StringComparison.Ordinal);
        Assert.Contains("中止", (await app.Visitor.OpenAsync("/courses")).Text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", await app.Visitor.Http.GetStringAsync(new Uri($"/courses/{course}.ics", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("はじめての陶芸", (await app.Visitor.OpenAsync("/")).Text, StringComparison.Ordinal);

        foreach (var (number, phone) in new[] { (receipt, "090-0000-0001"), (waits, "090-0000-0002") })
        {
            using var applicant = app.NewBrowser();
            var mine = await applicant.SubmitAsync(await applicant.OpenAsync("/applications"), new { Number = number, Phone = phone });
            Assert.Contains("この講座は中止になりました。理由：講師の急病のため", mine.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("お待ちです", mine.Text, StringComparison.Ordinal);
            // The messages of before are kept below; the standing says it now.
            Assert.DoesNotContain("決まりました", mine.Find("main dl").TextContent, StringComparison.Ordinal);
            Assert.Null(mine.Document.QuerySelector("a[href='/applications/cancel']"));
        }

        var edit = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/edit"), new { Title = "別の講座" });
        Assert.Equal(["中止か報告済みの講座は変えられません。"], edit.Errors);
        Assert.Contains("中止", (await staff.OpenAsync("/staff/courses?state=Cancelled")).Text, StringComparison.Ordinal);
        Assert.Contains("中止になりました", (await staff.OpenAsync($"/staff/courses/{course}/call-list")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/sessions/new"), new { Date = "2026-12-20", From = "10:00", To = "12:00" })).Errors);
    }

    [Theory]
    [InlineData("edit", "Version", "abc")]
    [InlineData("edit", "Version", "")]
    [InlineData("applications/new", "Key", "abc")]
    [InlineData("applications/new", "Key", "")]
    public async Task A_form_that_was_tampered_with_is_answered_with_a_sentence_and_no_name_of_the_code(string page, string field, string value)
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var answer = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/{page}"), new Dictionary<string, string> { [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("この画面は古くなっています。ページを開き直して、もう一度入力してください", answer.Errors);
        Assert.DoesNotContain(answer.Errors, e => e.Contains(field, StringComparison.Ordinal));
    }

    /// <summary>A draw of one seat among two, whose list is frozen so long after the window closed.</summary>
    private static async Task<(Guid Course, Browser Staff, Page Page)> ClosedDrawAsync(KominkanApp app, TimeSpan late)
    {
        var course = await app.CourseAsync(new() { Intake = Intake.Draw, Capacity = 1, ClosesInDays = 0 });
        var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Empty((await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/edit"), new { SeedSource = "" })).Errors);
        foreach (var i in new[] { 1, 2 })
        {
            await app.ApplicationAsync(course, new() { People = [["田中", $"{i}", "タナカ", new string('ア', i)]], Phone = $"090-0000-010{i}" });
        }

        app.Clock.Advance(new TimeSpan(5, 5, 0) + late); // five past five
        staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        return (course, staff, await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/draw")));
    }

    private static long RoundOf(Page page) => long.Parse(Regex.Match(page.Text, @"drand quicknet 第(\d+)回").Groups[1].Value, CultureInfo.InvariantCulture);
}
