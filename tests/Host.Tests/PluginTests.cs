using System.Net;
using Kominkan.Courses.Contracts;

namespace Kominkan.Host.Tests;

/// <summary>A city's own program type (tests/MountainVillage), loaded from a folder; no file of Kominkan knows it.</summary>
public sealed class PluginTests
{
    private const string Type = "mountain-village-day";
    private const string Figure = "山の学校の開催回数";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plugins");

    private static Task<KominkanApp> WithPluginAsync(string? folder = null) => KominkanApp.StartAsync(b => b.Configuration["Plugins:Path"] = folder ?? Folder);

    [Fact]
    public async Task Its_type_can_be_chosen_for_a_new_course_which_then_links_to_its_page()
    {
        await using var app = await WithPluginAsync();
        await app.HallAsync();
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var form = await staff.OpenAsync("/staff/courses/new");
        Assert.Contains("山の学校", form.Find("main form[method=post]").TextContent, StringComparison.Ordinal);
        var page = await staff.SubmitAsync(form, new { Title = "山の一日", ProgramType = Type });
        Assert.Empty(page.Errors);
        var home = page.Url.AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
        var overview = await staff.OpenAsync(home);
        var link = overview.Find("main a[href^='/staff/mountain-village/']").GetAttribute("href")!;
        var own = await staff.OpenAsync(link);
        Assert.Equal("山の学校のしおり", own.Heading);
        Assert.Contains("山の一日", own.Text, StringComparison.Ordinal);
        Assert.Contains("1人以上", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_rule_refuses_an_applicant_with_its_own_sentence()
    {
        await using var app = await WithPluginAsync();
        var course = await app.CourseAsync(new() { Title = "山の一日", Type = Type, SessionsInDays = [12] });
        // In November 2026 born in April 2018 is in the second grade, born in April 2017 in the third.
        var refused = await app.Visitor.FillInAsync(course, 1, Born(30));
        Assert.Contains("山の学校は、小学3年生から参加できます。", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        var taken = await app.Visitor.ApplyAsync(course, 2, Born(29));
        Assert.Empty(taken.Errors);
        Assert.Contains("受付番号", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_pages_are_for_whom_its_permission_names_in_their_own_halls()
    {
        await using var app = await WithPluginAsync();
        var course = await app.CourseAsync(new() { Title = "山の一日", Type = Type });
        var other = await app.CourseAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var elsewhere = await app.SignInAsync(RoleKeys.HallManager, "2");
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        var list = await manager.OpenAsync("/staff/mountain-village");
        Assert.Contains("山の一日", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector("header a[href='/staff/mountain-village']"));
        Assert.Equal(HttpStatusCode.OK, (await manager.OpenAsync($"/staff/mountain-village/{course}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync($"/staff/mountain-village/{other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"/staff/mountain-village/{course}")).Status);
        Assert.DoesNotContain("山の一日", (await elsewhere.OpenAsync("/staff/mountain-village")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await counter.OpenAsync($"/staff/mountain-village/{course}")).Status);
        Assert.Equal("/staff/sign-in", (await app.Visitor.OpenAsync($"/staff/mountain-village/{course}")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Its_figure_stands_in_the_annual_report_and_counts_its_courses_alone()
    {
        await using var app = await WithPluginAsync();
        var course = await app.CourseAsync(new() { Title = "山の一日", Type = Type, SessionsInDays = [-2, -1, 5] });
        var other = await app.CourseAsync(new() { SessionsInDays = [-1] });
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        await HoldAsync(staff, course);
        await HoldAsync(staff, other);
        var report = await app.Visitor.OpenAsync("/reports/annual/2026");
        var row = report.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(Figure, StringComparison.Ordinal));
        Assert.Contains("2回", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_plugin_its_courses_stand_and_everything_works()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Title = "山の一日", Type = Type, Intake = Intake.FirstCome, SessionsInDays = [-1, 12] });
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("山の一日", (await app.Visitor.OpenAsync("/courses")).Text, StringComparison.Ordinal);
        foreach (var url in new[] { $"/staff/courses/{course}", $"/staff/courses/{course}/edit", "/staff/courses", "/staff" })
        {
            Assert.Equal(HttpStatusCode.OK, (await staff.OpenAsync(url)).Status);
        }

        Assert.Contains("受付番号", (await app.Visitor.ApplyAsync(course, 1, Born(30))).Text, StringComparison.Ordinal);
        await HoldAsync(staff, course);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/mountain-village/{course}")).Status);
        Assert.DoesNotContain("山の学校", (await staff.OpenAsync("/staff/courses/new")).Text, StringComparison.Ordinal);
        var report = await app.Visitor.OpenAsync("/reports/annual/2026");
        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.DoesNotContain(Figure, report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text")]
    [InlineData("Kominkan.dll")]
    [InlineData("AngleSharp.dll")]
    public async Task A_folder_that_is_not_a_plugin_is_named_in_one_line(string? content)
    {
        var folder = Directory.CreateTempSubdirectory("kominkan-plugins-");
        try
        {
            var file = Path.Combine(folder.CreateSubdirectory("Wrong").FullName, "Wrong.dll");
            if (content == "text")
            {
                await File.WriteAllTextAsync(file, "no assembly");
            }
            else if (content is not null)
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, content), file);
            }

            var e = await Assert.ThrowsAsync<WrongConfiguration>(() => WithPluginAsync(folder.FullName));
            Assert.StartsWith("設定 Plugins__Path: ", e.Message, StringComparison.Ordinal);
            Assert.Contains("Wrong", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_plugin_that_is_there_twice_is_named_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("kominkan-plugins-");
        try
        {
            foreach (var name in new[] { "One", "Two" })
            {
                File.Copy(Path.Combine(Folder, "MountainVillage", "MountainVillage.dll"), Path.Combine(folder.CreateSubdirectory(name).FullName, name + ".dll"));
            }

            var e = await Assert.ThrowsAsync<WrongConfiguration>(() => WithPluginAsync(folder.FullName));
            Assert.StartsWith("設定 Plugins__Path: ", e.Message, StringComparison.Ordinal);
            Assert.Contains("MountainVillage", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Born(int heisei) => new() { ["People[0].Birth.Era"] = "平成", ["People[0].Birth.Year"] = heisei.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Keys in two heads at every session of the course that is over.</summary>
    private static async Task HoldAsync(Browser staff, Guid course)
    {
        var overview = await staff.OpenAsync($"/staff/courses/{course}");
        foreach (var url in overview.Document.QuerySelectorAll("main a[href$='/attendance']").Select(a => a.GetAttribute("href")!).Distinct().ToList())
        {
            var sheet = await staff.OpenAsync(url);
            if (sheet.Document.QuerySelector("[name='Input.Heads[6]']") is not null)
            {
                Assert.Empty((await staff.SubmitAsync(sheet, new Dictionary<string, string> { ["Heads[6]"] = "2" })).Errors);
            }
        }
    }
}
