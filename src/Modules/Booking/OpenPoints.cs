using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Begins the case of a hire to which nobody came, or that was given back late, with what became of the hire; and takes it back with it.</summary>
internal sealed class OpenPoints(BookingDb db, PartyLock partyLock, IRooms rooms, ICityRules rules, TellHirers tell, TimeProvider clock)
{
    /// <summary>The rule for nobody coming to the hire; null where nothing follows from it.</summary>
    public Task<PointRule?> NoShowAsync(RoomHire hire, CancellationToken cancellation = default) => RuleAsync(hire, PointKind.NoShow, cancellation);

    /// <summary>The rule for giving the hire back now; null where it is not too late.</summary>
    public async Task<PointRule?> LateAsync(RoomHire hire, CancellationToken cancellation = default) =>
        hire.State != HireState.Won && await RuleAsync(hire, PointKind.LateCancel, cancellation) is { } rule && rule.IsLate(hire.Date, clock.Today()) ? rule : null;

    /// <summary>Nobody comes or gives back for the party meanwhile. Taken before the room's spaces, always.</summary>
    public Task LockAsync(RoomHire hire, CancellationToken cancellation = default) => partyLock.TakeAsync(hire.PartyKey, cancellation);

    /// <summary>After how many came was said, or said anew: a case where nobody did, none where somebody did. Saves.</summary>
    public async Task ReportedAsync(RoomHire hire, Clerk by, CancellationToken cancellation = default)
    {
        await LockAsync(hire, cancellation);
        if (hire.IsNoShow)
        {
            await OpenAsync(hire, await NoShowAsync(hire, cancellation), by, cancellation);
        }
        else if (await db.PointCases.SingleOrDefaultAsync(p => p.HireId == hire.Id && p.Kind == PointKind.NoShow && p.State != PointState.Withdrawn, cancellation) is { } wrong)
        {
            wrong.Withdraw();
            await db.SaveChangesAsync(cancellation);
            await TellAsync(hire, wrong, PointMessages.Withdrawn, cancellation);
        }
    }

    /// <summary>Begins the case, and tells the hirers why, until when and how they can answer. Saves.</summary>
    /// <param name="rule">Nothing happens without one.</param>
    /// <param name="by">Who keyed it; null for the hirers themselves.</param>
    public async Task OpenAsync(RoomHire hire, PointRule? rule, Clerk? by, CancellationToken cancellation = default)
    {
        var known = await db.PointCases.SingleOrDefaultAsync(p => p.HireId == hire.Id, cancellation);
        if (rule is null || known is { State: not PointState.Withdrawn })
        {
            return;
        }

        var (now, days) = (clock.UtcNow(), await rules.OnAsync(PointCase.AnswerDays, clock.Today(), cancellation));
        if (known is null)
        {
            db.PointCases.Add(known = PointCase.Open(hire, rule, by, now, days));
        }
        else
        {
            known.OpenAgain(rule, by, now, days);
        }

        await db.SaveChangesAsync(cancellation);
        await TellAsync(hire, known, PointMessages.Opened, cancellation);
    }

    /// <summary>By the rules they were told of when they booked. What the hall took from them, records and what nobody can be told of are left alone.</summary>
    private async Task<PointRule?> RuleAsync(RoomHire hire, PointKind kind, CancellationToken cancellation)
    {
        var booked = DateOnly.FromDateTime(hire.BookedAt.InJapan());
        return hire.IsRecord || hire.PartyKey.Length == 0 || await db.DisplacedHires.IgnoreQueryFilters().AnyAsync(d => d.HireId == hire.Id, cancellation) ? null
            : (await RuleBook.ReadPointsAsync(db, cancellation)).RuleOn(kind, booked);
    }

    private async Task TellAsync(RoomHire hire, PointCase about, string kind, CancellationToken cancellation) =>
        await tell.PointsAsync(hire, (await rooms.FindAsync(hire.RoomId, cancellation))!, about, kind, cancellation);
}
