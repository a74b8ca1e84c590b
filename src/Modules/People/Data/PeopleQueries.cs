using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Data;

internal static class PeopleQueries
{
    /// <summary>A person to be changed: with the search terms that change along.</summary>
    public static Task<Person?> PersonAsync(this PeopleDb db, Guid id, CancellationToken cancellation = default) =>
        db.People.Include(p => p.Terms).SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>A group to be changed or shown, whole.</summary>
    public static Task<Group?> GroupAsync(this PeopleDb db, Guid id, CancellationToken cancellation = default) =>
        db.Groups.Include(g => g.Members).Include(g => g.Events).AsSplitQuery().SingleOrDefaultAsync(g => g.Id == id, cancellation);

    /// <summary>The record that goes on for this one: itself unless it was merged. Null when there is no such record.</summary>
    public static async Task<Guid?> SurvivorAsync(this PeopleDb db, Guid id, CancellationToken cancellation = default)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(id) && await db.People.Where(p => p.Id == id).Select(p => new { p.MergedIntoId }).SingleOrDefaultAsync(cancellation) is { } person)
        {
            if (person.MergedIntoId is not { } next)
            {
                return id;
            }

            id = next;
        }

        return null;
    }

    /// <summary>The person's id and those of all records merged into it, also over several steps.</summary>
    public static async Task<PersonKey> KeyAsync(this PeopleDb db, Guid id, CancellationToken cancellation = default)
    {
        List<Guid> ids = [id], last = [id];
        while (last.Count > 0)
        {
            var into = last;
            last = [.. (await db.People.Where(p => p.MergedIntoId != null && into.Contains(p.MergedIntoId.Value)).Select(p => p.Id).ToListAsync(cancellation)).Except(ids)];
            ids.AddRange(last);
        }

        return new PersonKey(id, ids);
    }

    /// <summary>Names to show, by id.</summary>
    public static async Task<Dictionary<Guid, string>> NamesAsync(this PeopleDb db, IEnumerable<Guid> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Distinct().ToList();
        return await db.People.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.State, p.Details }).ToDictionaryAsync(p => p.Id, p => p.State == PersonState.Erased ? "（消去済み）" : p.Details.Name, cancellation);
    }
}
