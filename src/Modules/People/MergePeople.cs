using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>
/// Makes two records one, and takes it back. Rows of this module move to the kept record and are written down; rows of other
/// modules stay where they are and are found through <see cref="PersonKey.Ids"/>.
/// </summary>
internal sealed class MergePeople(PeopleDb db, KeepPerson keep, TimeProvider clock)
{
    /// <exception cref="RuleBroken">One is not in use any more, somebody was faster, or the chosen details break a rule.</exception>
    public async Task<Merge> MergeAsync(Person kept, Person gone, int version, PersonDetails chosen, string by, CancellationToken cancellation = default)
    {
        var moved = await MoveAsync(gone.Id, kept.Id, cancellation);
        var merge = Merge.Make(kept, gone, version, chosen, moved, clock.UtcNow(), by);
        db.Merges.Add(merge);
        await db.SaveChangesAsync(cancellation);
        await keep.LookForSameAsync(gone, cancellation);
        await keep.LookForSameAsync(kept, cancellation);
        return merge;
    }

    /// <exception cref="RuleBroken">It cannot be undone (<see cref="Merge.WhyNotUndo"/>).</exception>
    public async Task UndoAsync(Merge merge, Person kept, Person gone, string by, CancellationToken cancellation = default)
    {
        merge.Undo(kept, gone, clock.UtcNow(), by);
        var ids = merge.MovedIds;
        (await db.Consents.Where(c => ids.Contains(c.Id)).ToListAsync(cancellation)).ForEach(c => c.MoveTo(gone.Id));
        (await db.IdentityChecks.Where(c => ids.Contains(c.Id)).ToListAsync(cancellation)).ForEach(c => c.MoveTo(gone.Id));
        (await db.Guardianships.Where(g => ids.Contains(g.Id)).ToListAsync(cancellation)).ForEach(g => g.MoveTo(kept.Id, gone.Id));
        (await db.FamilyMembers.Where(m => ids.Contains(m.Id)).ToListAsync(cancellation)).ForEach(m => m.MoveTo(gone.Id));
        (await db.GroupMembers.Where(m => ids.Contains(m.Id)).ToListAsync(cancellation)).ForEach(m => m.MoveTo(gone.Id));
        await db.SaveChangesAsync(cancellation);
        await keep.LookForSameAsync(gone, cancellation);
        await keep.LookForSameAsync(kept, cancellation);
    }

    /// <summary>Moves what can move: where the kept record has its own (one group, one family, one guardian), the other's stays behind.</summary>
    private async Task<List<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        List<Guid> moved = [];
        foreach (var consent in await db.Consents.Where(c => c.PersonId == from).ToListAsync(cancellation))
        {
            consent.MoveTo(to);
            moved.Add(consent.Id);
        }

        foreach (var check in await db.IdentityChecks.Where(c => c.PersonId == from).ToListAsync(cancellation))
        {
            check.MoveTo(to);
            moved.Add(check.Id);
        }

        var links = await db.Guardianships.Where(g => g.ChildId == from || g.GuardianId == from || g.ChildId == to || g.GuardianId == to).ToListAsync(cancellation);
        foreach (var link in links.Where(g => g.ChildId == from || g.GuardianId == from))
        {
            var (child, guardian) = (link.ChildId == from ? to : link.ChildId, link.GuardianId == from ? to : link.GuardianId);
            if (child != guardian && !links.Exists(g => g.Until == null && g.ChildId == child && g.GuardianId == guardian))
            {
                link.MoveTo(from, to);
                moved.Add(link.Id);
            }
        }

        var families = await db.FamilyMembers.Where(m => m.PersonId == from || m.PersonId == to).ToListAsync(cancellation);
        foreach (var member in families.Where(m => m.PersonId == from && !families.Exists(o => o.PersonId == to && o.FamilyId == m.FamilyId)).ToList())
        {
            member.MoveTo(to);
            moved.Add(member.Id);
        }

        var groups = await db.GroupMembers.Where(m => m.PersonId == from || m.PersonId == to).ToListAsync(cancellation);
        foreach (var member in groups.Where(m => m.PersonId == from && !groups.Exists(o => o.PersonId == to && o.GroupId == m.GroupId && o.LeftOn == null)).ToList())
        {
            member.MoveTo(to);
            moved.Add(member.Id);
        }

        return moved;
    }
}
