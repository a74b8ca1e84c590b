using Kominkan.Courses.Data;
using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages.Staff;

/// <summary>Applications of the Courses module on a person's screen: only what staff have linked.</summary>
public sealed class PersonLinkTests
{
    private static readonly PersonDetails Nakamura = new() { FamilyName = "中村", GivenName = "恵子", FamilyKana = "ナカムラ", GivenKana = "ケイコ", Birth = new(1955, 4, 5), Phone = "090-0000-0001" };

    [Fact]
    public async Task The_form_for_somebody_on_record_says_no_more_of_them_than_the_record_does()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new GivenCourse { Hall = "1" });
        var person = await PersonAsync(app, Nakamura);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Equal("090-0000-0001", (await manager.OpenAsync($"/staff/courses/{course}/applications/new?person={person}")).Find("[name='Input.Phone']").GetAttribute("value"));
        var page = await office.OpenAsync($"/staff/courses/{course}/applications/new?person={person}");

        Assert.Equal("", page.Find("[name='Input.Phone']").GetAttribute("value") ?? "");
        Assert.Equal("中村", page.Find("[name='Input.People[0].FamilyName']").GetAttribute("value"));
    }

    [Fact]
    public async Task From_a_persons_screen_a_clerk_applies_with_everything_filled_in_and_it_is_linked()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var person = await PersonAsync(app);
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync($"/staff/people/{person}");
        page = await staff.OpenAsync(page.Find($"a[href='/staff/people/{person}/courses']").GetAttribute("href")!);
        page = await staff.OpenAsync(page.Find("tbody a").GetAttribute("href")!);
        Assert.Equal("ケイコ", page.Find("[name='Input.People[0].GivenKana']").GetAttribute("value"));
        Assert.Equal("090-0000-0001", page.Find("[name='Input.Phone']").GetAttribute("value"));
        page = await staff.SubmitAsync(page);
        Assert.Equal("申し込みを受け付けました", page.Heading);
        page = await staff.OpenAsync($"/staff/people/{person}");
        Assert.Contains("はじめての陶芸", page.Text, StringComparison.Ordinal);
        Assert.Contains("確定", page.Text, StringComparison.Ordinal);
        Assert.Equal(person, await PersonOfAsync(app, course));
    }

    [Fact]
    public async Task Whoever_is_keyed_instead_of_the_person_is_not_linked_to_them()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var person = await PersonAsync(app);
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await staff.OpenAsync($"/staff/courses/{course}/applications/new?person={person}");
        await staff.SubmitAsync(form, new Dictionary<string, string> { ["Input.People[0].GivenName"] = "誠", ["Input.People[0].GivenKana"] = "マコト" });
        Assert.Null(await PersonOfAsync(app, course));
    }

    [Fact]
    public async Task A_guests_application_is_linked_only_when_staff_say_who_it_is()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var person = await PersonAsync(app);
        var slip = await app.ApplicationAsync(course);
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Null(await PersonOfAsync(app, course));
        Assert.Contains("つないだ申し込みはありません", (await staff.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        var page = await staff.OpenAsync($"/staff/applications/{slip}");
        page = await staff.OpenAsync(page.Find("tbody a[href$='/link']").GetAttribute("href")!);
        Assert.Contains("中村 恵子（100001-", page.Text, StringComparison.Ordinal);
        var refused = await staff.SubmitAsync(page);
        Assert.NotEmpty(refused.Errors);
        await staff.SubmitAsync(page, new { Choice = person.ToString() });
        Assert.Equal(person, await PersonOfAsync(app, course));
        Assert.Contains("はじめての陶芸", (await staff.OpenAsync($"/staff/people/{person}")).Text, StringComparison.Ordinal);
        page = await staff.OpenAsync((await staff.OpenAsync($"/staff/applications/{slip}")).Find("tbody a[href$='/link']").GetAttribute("href")!);
        await staff.SubmitAsync(page, new { Choice = "none" });
        Assert.Null(await PersonOfAsync(app, course));
    }

    [Fact]
    public async Task Who_is_not_on_record_is_registered_from_the_application()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var slip = await app.ApplicationAsync(course);
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync((await staff.OpenAsync($"/staff/applications/{slip}")).Find("tbody a[href$='/link']").GetAttribute("href")!);
        await staff.SubmitAsync(page, new { Choice = "new" });
        Assert.Contains("中村 恵子", (await staff.SubmitAsync(await staff.OpenAsync("/staff/people"), new { Q = "なかむら" })).Text, StringComparison.Ordinal);
        Assert.NotNull(await PersonOfAsync(app, course));
    }

    [Fact]
    public async Task A_stranger_cannot_be_slipped_in_as_the_choice()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var other = await PersonAsync(app, Nakamura with { FamilyName = "佐藤", FamilyKana = "サトウ", Phone = "", Birth = null });
        var slip = await app.ApplicationAsync(course);
        using var staff = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await staff.OpenAsync((await staff.OpenAsync($"/staff/applications/{slip}")).Find("tbody a[href$='/link']").GetAttribute("href")!);
        Assert.NotEmpty((await staff.SubmitAsync(page, new { Choice = other.ToString() })).Errors);
        Assert.Null(await PersonOfAsync(app, course));
    }

    [Fact]
    public async Task Applications_of_a_merged_record_are_found_under_the_one_that_goes_on_and_of_other_halls_not_at_all()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        await app.CourseAsync(new() { Hall = "2", Title = "よその館の講座" });
        var kept = await PersonAsync(app);
        var gone = await PersonAsync(app, Nakamura with { FamilyName = "仲村", Phone = "" });
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync($"/staff/courses/{course}/applications/new?person={gone}"), new { Phone = "090-0000-0001" });
        await office.SubmitAsync(await office.OpenAsync((await office.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!));
        Assert.Contains("はじめての陶芸", (await office.OpenAsync($"/staff/people/{kept}")).Text, StringComparison.Ordinal);
        using var elsewhere = await app.SignInAsync(RoleKeys.Counter, "2");
        var page = await elsewhere.OpenAsync($"/staff/people/{kept}");
        Assert.Equal("中村　恵子", page.Heading);
        Assert.DoesNotContain("はじめての陶芸", page.Text, StringComparison.Ordinal);
    }

    private static Task<Guid> PersonAsync(KominkanApp app, PersonDetails? details = null) => app.DoAsync(s => s.GetRequiredService<IPeople>().RegisterAsync(details ?? Nakamura));

    private static Task<Guid?> PersonOfAsync(KominkanApp app, Guid course) =>
        app.DoAsync(s => s.GetRequiredService<CoursesDb>().Enrolments.Where(e => e.CourseId == course).Select(e => e.PersonId).SingleAsync());
}
