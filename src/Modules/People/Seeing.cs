using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Writes down whose records a page is about to show.</summary>
internal static class Seeing
{
    public static Task SawAsync(this IAudit audit, Act act, string what, params IEnumerable<Guid> people) =>
        audit.SawAsync(new Sight(act, what, [.. people.Distinct().Select(id => new Subject(SubjectKinds.Person, id))]));

    /// <summary>A group and those on its roster.</summary>
    public static Task SawAsync(this IAudit audit, Act act, string what, Group group) =>
        audit.SawAsync(new Sight(act, what, [new(SubjectKinds.Group, group.Id), .. group.Members.Select(m => m.PersonId).Distinct().Select(id => new Subject(SubjectKinds.Person, id))]));
}

/// <summary>Names of people in the audit.</summary>
internal sealed class PersonNames(PeopleDb db, FindPeople find) : ISubjectNames
{
    public string Kind => SubjectKinds.Person;

    public string Label => "人";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.State != PersonState.Erased).Select(p => new { p.Id, p.Details })
            .ToDictionaryAsync(p => p.Id, p => new SubjectName(p.Details.Name, $"/staff/people/{p.Id}"), cancellation);

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default) =>
        [.. (await find.FindAsync(text, 1, cancellation)).Rows.Select(r => r.Id)];
}

/// <summary>Names of groups in the audit.</summary>
internal sealed class GroupNames(PeopleDb db) : ISubjectNames
{
    private const int Most = 50;

    public string Kind => SubjectKinds.Group;

    public string Label => "団体";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        await db.Groups.AsNoTracking().Where(g => ids.Contains(g.Id)).Select(g => new { g.Id, g.Details.Name }).ToDictionaryAsync(g => g.Id, g => new SubjectName(g.Name, $"/staff/groups/{g.Id}"), cancellation);

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default)
    {
        var key = JapaneseText.SearchKey(text);
        return key.Length == 0 ? [] : await db.Groups.Where(g => g.NameKey.StartsWith(key) || g.KanaKey.StartsWith(key)).OrderBy(g => g.NameKey).Take(Most).Select(g => g.Id).ToListAsync(cancellation);
    }
}
