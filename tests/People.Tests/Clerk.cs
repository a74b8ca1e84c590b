using Kominkan.People;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

/// <summary>What a clerk does with people, and who is on record when a test begins.</summary>
internal static class Clerk
{
    public static readonly PersonDetails Nakamura = new()
    {
        FamilyName = "中村",
        GivenName = "恵子",
        FamilyKana = "ナカムラ",
        GivenKana = "ケイコ",
        Birth = new(1955, 4, 5),
        Phone = "090-0000-0001",
        Residency = Residency.Lives,
    };

    /// <summary>Somebody on record, put there as every page does it.</summary>
    public static Task<Guid> PersonAsync(this KominkanApp app, PersonDetails? details = null) =>
        app.DoAsync(async s => (await s.GetRequiredService<KeepPerson>().AddAsync(details ?? Nakamura)).Id);

    public static Task<Person> ReadAsync(this KominkanApp app, Guid id) =>
        app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.AsNoTracking().Include(p => p.Terms).SingleAsync(p => p.Id == id));

    /// <summary>Types into the one box and presses さがす; the names that are listed.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this Browser staff, string text)
    {
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people"), new { Q = text });
        Assert.Equal("/staff/people", page.Url.PathAndQuery);
        return [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
    }

    /// <summary>Staff who may do everything here and from whom nothing is hidden, in a city without a hall yet.</summary>
    public static Task<Browser> HeadOfficeAsync(this KominkanApp app) => app.SignInWithAsync(RoleKeys.HeadOffice, RoleKeys.Counter);
}
