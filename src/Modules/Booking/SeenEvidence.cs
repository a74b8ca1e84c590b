using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Evidence of ties to the city: what was seen for a hire, or for an earlier one of the same party in any hall.</summary>
internal sealed class SeenEvidence(BookingDb db, PartyLock partyLock, TimeProvider clock)
{
    /// <summary>What shows the tie of who hired today; null where nothing was seen, or it has expired.</summary>
    public Task<TieEvidence?> OfAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        var (today, code, person) = (clock.Today(), hire.Tie.Code, hire.UserClass == UserClass.Individual ? hire.PersonId : null);
        return db.TieEvidence.IgnoreQueryFilters().AsNoTracking().Where(e => e.Code == code && e.ValidTo >= today
            && (e.HireId == hire.Id || (e.PartyKey != "" && e.PhoneKey != "" && e.PartyKey == hire.PartyKey && e.PhoneKey == hire.PhoneKey) || (person != null && e.PersonId == person)))
            .OrderByDescending(e => e.ValidTo).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>
    /// As <see cref="OfAsync"/>, and until this request has been saved nobody takes it back. Whose paper it is, is known only
    /// when it has been read: the lock is the tie's.
    /// </summary>
    public async Task<TieEvidence?> HoldAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        await partyLock.TakeAsync($"evidence/{hire.Tie.Code}", cancellation);
        return await OfAsync(hire, cancellation);
    }

    /// <summary>The papers to choose from: those of the last rule of the tie that knew any, as one may have asked before it changed.</summary>
    public async Task<IReadOnlyList<string>> PapersAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        var (today, code) = (clock.Today(), hire.Tie.Code);
        return (await db.Ties.AsNoTracking().Where(t => t.Code == code && t.EvidenceMonths != null && t.ValidFrom <= today).OrderByDescending(t => t.ValidFrom).FirstOrDefaultAsync(cancellation))?.PaperList ?? [];
    }

    /// <summary>Somebody saw a paper: once for the party, whichever of its hires lies before whichever clerk.</summary>
    /// <exception cref="RuleBroken">It was seen already, the hire needs none, or the paper is none of the rule's.</exception>
    public async Task<TieEvidence> SeeAsync(RoomHire hire, string? paper, Clerk by, CancellationToken cancellation = default)
    {
        await partyLock.TakeAsync(hire.PartyKey, cancellation);
        if (await OfAsync(hire, cancellation) is not null)
        {
            throw new RuleBroken("書類は、もう確かめてあります。このまま許可できます。");
        }

        var seen = TieEvidence.See(hire, await PapersAsync(hire, cancellation), paper, by, clock.UtcNow());
        db.TieEvidence.Add(seen);
        db.HireActs.Add(HireAct.Of(hire, HireActKind.Proved, by.Id, seen.SeenAt));
        await db.SaveChangesAsync(cancellation);
        return seen;
    }

    /// <summary>Why what was seen cannot be taken back, as a sentence, or null.</summary>
    public async Task<string?> WhyNotTakeBackAsync(RoomHire hire, TieEvidence? seen, CancellationToken cancellation = default) =>
        hire.WhyNoEvidence() is { } why ? why
        : seen is null ? "書類は、まだ確かめたことになっていません。"
        : await db.Hires.IgnoreQueryFilters().AnyAsync(h => h.EvidenceId == seen.Id, cancellation) ? "この書類の確認をもとに、もう許可した予約があります。取り消せません。" : null;

    /// <summary>It was recorded by mistake: whoever hires must show a paper again.</summary>
    /// <exception cref="RuleBroken">Nothing was seen, or a permit stands on it.</exception>
    public async Task TakeBackAsync(RoomHire hire, Guid by, CancellationToken cancellation = default)
    {
        var seen = await HoldAsync(hire, cancellation);
        if (await WhyNotTakeBackAsync(hire, seen, cancellation) is { } why)
        {
            throw new RuleBroken(why);
        }

        db.TieEvidence.Remove(seen!);
        db.HireActs.Add(HireAct.Of(hire, HireActKind.Unproved, by, clock.UtcNow()));
        await db.SaveChangesAsync(cancellation);
    }
}
