using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

public sealed class ErasureTests
{
    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Marker = "消去印";

    [Fact]
    public async Task Nothing_tells_who_it_was_in_any_table_of_the_module()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await app.PersonAsync(Clerk.Nakamura with { FamilyName = Marker, Alias = Marker, Town = Marker, Mail = "keshi@example.jp" });
        await app.PersonAsync(Clerk.Nakamura with { FamilyName = Marker, Phone = "", Birth = Clerk.Nakamura.Birth, Street = Marker });
        var child = await app.PersonAsync(Clerk.Nakamura with { FamilyName = "子", FamilyKana = "コ", Birth = new(2018, 5, 5), Phone = "" });
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync((await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!));
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = Marker, Relation = "母" });
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/family/new"), new { Who__Text = Marker });
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{person}/identity/new"), new { Document = "旅券" });
        Assert.Contains(Marker, await EverythingAsync(app), StringComparison.Ordinal);
        await app.DoAsync(async s => await s.GetRequiredService<ErasePerson>().EraseAsync((await s.GetRequiredService<PeopleDb>().KeyAsync(person)).Ids));
        var left = await EverythingAsync(app);
        Assert.DoesNotContain(Marker, left, StringComparison.Ordinal);
        Assert.DoesNotContain("keshi", left, StringComparison.Ordinal);
        Assert.DoesNotContain("ナカムラケイコ", left, StringComparison.Ordinal);
        Assert.Empty(await staff.FindAsync(Marker));
        await app.DoAsync(async s =>
        {
            await foreach (var rule in s.GetServices<IInvariants>().OfType<PeopleInvariants>().Single().CheckAsync())
            {
                Assert.True(rule.Violations == 0, $"{rule.Name}: {rule.Violations} {rule.Example}");
            }
        });
    }

    /// <summary>Every row of the module's tables, as text.</summary>
    private static Task<string> EverythingAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<PeopleDb>();
        var text = new System.Text.StringBuilder();
        foreach (var person in await db.People.AsNoTracking().Include(p => p.Terms).ToListAsync())
        {
            text.Append(System.Text.Json.JsonSerializer.Serialize(person.Details, Readable)).Append(person.KanaKey).Append(person.NameKey).AppendJoin(' ', person.Terms.Select(t => t.Term));
        }

        foreach (var merge in await db.Merges.AsNoTracking().ToListAsync())
        {
            text.Append(System.Text.RegularExpressions.Regex.Unescape(merge.Before + merge.After));
        }

        return text.ToString();
    });
}
