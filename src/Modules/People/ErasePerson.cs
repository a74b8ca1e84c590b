using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Makes this module forget somebody. Ids and numbers stay, and lead to nobody; twice does no harm.</summary>
internal sealed class ErasePerson(PeopleDb db, TimeProvider clock)
{
    /// <param name="ids">The person's record and those merged into it.</param>
    public async Task EraseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        foreach (var person in await db.People.Include(p => p.Terms).Where(p => ids.Contains(p.Id) && p.State != PersonState.Erased).ToListAsync(cancellation))
        {
            person.Erase(clock.UtcNow());
        }

        (await db.Merges.Where(m => ids.Contains(m.KeptId) || ids.Contains(m.GoneId)).ToListAsync(cancellation)).ForEach(m => m.Forget());
        foreach (var family in await db.Families.Where(f => f.Members.Any(m => ids.Contains(m.PersonId))).ToListAsync(cancellation))
        {
            ids.ToList().ForEach(family.Forget);
        }

        db.Guardianships.RemoveRange(await db.Guardianships.Where(g => ids.Contains(g.ChildId) || ids.Contains(g.GuardianId)).ToListAsync(cancellation));
        db.Consents.RemoveRange(await db.Consents.Where(c => ids.Contains(c.PersonId)).ToListAsync(cancellation));
        db.IdentityChecks.RemoveRange(await db.IdentityChecks.Where(c => ids.Contains(c.PersonId)).ToListAsync(cancellation));
        db.Suspects.RemoveRange(await db.Suspects.Where(s => ids.Contains(s.FirstId) || ids.Contains(s.SecondId)).ToListAsync(cancellation));
        // A representative's place stays until somebody takes it over; the others' rows end, and name nobody.
        foreach (var member in await db.GroupMembers.Where(m => ids.Contains(m.PersonId) && m.LeftOn == null && m.Role != GroupRole.Representative).ToListAsync(cancellation))
        {
            member.Leave(clock.Today());
        }

        await db.SaveChangesAsync(cancellation);
    }
}
