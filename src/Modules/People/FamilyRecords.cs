using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Answers residents' pages, within the family of the account that asks.</summary>
internal sealed class FamilyRecords(PeopleDb db, KeepPerson keep, ICityRules rules, TimeProvider clock) : IFamilyRecords
{
    private const string Resident = "本人";

    public async Task<IReadOnlyList<FamilyRecord>> OfAsync(Guid accountId, CancellationToken cancellation = default) =>
        await (from m in db.FamilyMembers
               join f in db.Families.IgnoreAutoIncludes() on m.FamilyId equals f.Id
               join p in db.People on m.PersonId equals p.Id
               where f.AccountId == accountId && p.State == PersonState.Active
               orderby m.IsHolder descending, p.Number
               select new { p.Id, m.IsHolder, p.Number, p.Version, p.Details }).AsNoTracking()
            .Select(m => new FamilyRecord(m.Id, m.IsHolder, PersonNumber.Format(m.Number), m.Version, m.Details)).ToListAsync(cancellation);

    public async Task<Guid> BeginAsync(Guid accountId, PersonDetails holder, CancellationToken cancellation = default)
    {
        await RefuseSecondFamilyAsync(accountId, cancellation);
        var person = await keep.AddAsync(holder, cancellation);
        var family = new Family(accountId, clock.UtcNow());
        family.Add(person.Id, await MostAsync(cancellation), isHolder: true);
        db.Families.Add(family);
        await db.SaveChangesAsync(cancellation);
        return person.Id;
    }

    public async Task<Guid> AddAsync(Guid accountId, PersonDetails member, string? relation, CancellationToken cancellation = default)
    {
        // First the person, whose number holds the row of the series: who adds to the same family waits, and then sees all of it.
        var person = await keep.AddAsync(member, cancellation);
        var family = await db.Families.SingleOrDefaultAsync(f => f.AccountId == accountId, cancellation) ?? throw new RuleBroken("先に、ご自分のことを登録してください。");
        family.Add(person.Id, await MostAsync(cancellation));
        if (relation is not null && family.Members.FirstOrDefault(m => m.IsHolder) is { } holder)
        {
            db.Guardianships.Add(Guardianship.Of(person, await db.People.SingleAsync(p => p.Id == holder.PersonId, cancellation), relation, clock.Today()));
        }

        await db.SaveChangesAsync(cancellation);
        return person.Id;
    }

    public async Task<bool> ChangeAsync(Guid accountId, Guid personId, int version, PersonDetails details, CancellationToken cancellation = default)
    {
        if (!await IsOfAsync(accountId, personId, cancellation) || await db.PersonAsync(personId, cancellation) is not { } person)
        {
            return false;
        }

        await keep.ChangeAsync(person, version, details, cancellation);
        return true;
    }

    public async Task<bool> RemoveAsync(Guid accountId, Guid personId, CancellationToken cancellation = default)
    {
        if (await db.Families.SingleOrDefaultAsync(f => f.AccountId == accountId && f.Members.Any(m => m.PersonId == personId), cancellation) is not { } family)
        {
            return false;
        }

        family.Remove(personId);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public async Task JoinAccountAsync(Guid accountId, Guid personId, CancellationToken cancellation = default)
    {
        await RefuseSecondFamilyAsync(accountId, cancellation);
        if (!await db.People.AnyAsync(p => p.Id == personId && p.State == PersonState.Active, cancellation))
        {
            throw new RuleBroken("この記録は、いま使われていません。");
        }

        if (await db.FamilyMembers.AnyAsync(m => m.PersonId == personId && m.IsHolder && db.Families.Any(f => f.Id == m.FamilyId && f.AccountId != null), cancellation))
        {
            throw new RuleBroken("この方には、もうアカウントがあります。");
        }

        var (family, most) = (new Family(accountId, clock.UtcNow()), await MostAsync(cancellation));
        family.Add(personId, most, isHolder: true);
        // Those staff had put together with the person come along.
        foreach (var old in await db.Families.Where(f => f.AccountId == null && f.Members.Any(m => m.PersonId == personId)).ToListAsync(cancellation))
        {
            foreach (var other in old.Members.Where(m => family.Members.All(o => o.PersonId != m.PersonId)).ToList())
            {
                family.Add(other.PersonId, most);
            }

            db.Families.Remove(old);
        }

        db.Families.Add(family);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task LeaveAccountAsync(Guid accountId, CancellationToken cancellation = default)
    {
        (await db.Families.SingleOrDefaultAsync(f => f.AccountId == accountId, cancellation))?.LeaveAccount();
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<ConsentAnswer>> ConsentsAsync(Guid accountId, Guid personId, CancellationToken cancellation = default)
    {
        if (!await IsOfAsync(accountId, personId, cancellation))
        {
            return [];
        }

        var answers = await db.Consents.AsNoTracking().Where(c => c.PersonId == personId).ToListAsync(cancellation);
        return [.. (await AskedAsync(cancellation)).Select(p => (Purpose: p, Last: answers.Where(a => a.PurposeKey == p.Key && a.PurposeVersion == p.Version).MaxBy(a => (a.At, a.Id))))
            .Select(x => new ConsentAnswer(x.Purpose.Key, x.Purpose.Version, x.Purpose.Label, x.Purpose.Effect, x.Last?.Given, x.Last?.At))];
    }

    public async Task<bool> AnswerAsync(Guid accountId, Guid personId, string purposeKey, bool given, CancellationToken cancellation = default)
    {
        if (!await IsOfAsync(accountId, personId, cancellation) || (await AskedAsync(cancellation)).FirstOrDefault(p => p.Key == purposeKey) is not { } purpose)
        {
            return false;
        }

        db.Consents.Add(new Consent(personId, purpose, given, clock.UtcNow(), Resident));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<IReadOnlyList<ConsentPurpose>> AskedAsync(CancellationToken cancellation) =>
        [.. (await db.Purposes.AsNoTracking().OrderBy(p => p.Key).ToListAsync(cancellation)).Where(p => p.IsAskedOn(clock.Today()))];

    private Task<bool> IsOfAsync(Guid accountId, Guid personId, CancellationToken cancellation) =>
        db.Families.AnyAsync(f => f.AccountId == accountId && f.Members.Any(m => m.PersonId == personId), cancellation);

    private ValueTask<int> MostAsync(CancellationToken cancellation) => rules.OnAsync(Family.Most, clock.Today(), cancellation);

    private async Task RefuseSecondFamilyAsync(Guid accountId, CancellationToken cancellation)
    {
        if (await db.Families.AnyAsync(f => f.AccountId == accountId, cancellation))
        {
            throw new RuleBroken("このアカウントは、もう登録が済んでいます。");
        }
    }
}
