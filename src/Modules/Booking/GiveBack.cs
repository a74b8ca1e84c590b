using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>A hire given back: the room is free at once, and what is owed by the city's terms stays with the record.</summary>
internal sealed class GiveBack(BookingDb db, RoomCalendar calendar, RuleBook book, IRooms rooms, ChargeHirers charge, TellHirers tell, OpenPoints points, TimeProvider clock)
{
    /// <summary>What giving it back now would cost.</summary>
    public async Task<Owing> OwingAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        // Whose room the hall needs owes nothing, whatever they decide.
        if (hire.State == HireState.Won || await db.DisplacedHires.IgnoreQueryFilters().AnyAsync(d => d.HireId == hire.Id && (d.State == MoveState.Open || d.State == MoveState.Offered), cancellation))
        {
            return new Owing(hire.Yen, 0, null);
        }

        var term = (await book.GetAsync(cancellation)).TermFor(hire.Date, clock.Today(), DateOnly.FromDateTime(hire.BookedAt.InJapan()));
        return new Owing(hire.Yen, term?.Owed(hire.Yen) ?? 0, term?.Article);
    }

    /// <param name="byHall">The hall cannot keep its word: nothing is owed.</param>
    /// <exception cref="RuleBroken">It cannot be given back any more.</exception>
    public Task CancelAsync(RoomHire hire, string reason, bool byHall, bool byStaff, CancellationToken cancellation = default) => CancelAsync(hire, reason, byHall, byStaff, null, cancellation);

    /// <summary>The hirers asked the staff to give it back for them.</summary>
    /// <exception cref="RuleBroken">It cannot be given back any more.</exception>
    public Task CancelForHirerAsync(RoomHire hire, string reason, Clerk by, CancellationToken cancellation = default) => CancelAsync(hire, reason, byHall: false, byStaff: true, by, cancellation);

    private async Task CancelAsync(RoomHire hire, string reason, bool byHall, bool byStaff, Clerk? by, CancellationToken cancellation)
    {
        var late = byHall ? null : await points.LateAsync(hire, cancellation);
        if (late is not null)
        {
            await points.LockAsync(hire, cancellation);
        }

        var owing = await OwingAsync(hire, cancellation);
        hire.Cancel(reason, byHall ? 0 : owing.Owed, clock.UtcNow(), byStaff, byHall);
        await LetGoAsync(hire, cancellation);
        await tell.CancelledAsync(hire, (await rooms.FindAsync(hire.RoomId, cancellation))!, byStaff, cancellation);
        await points.OpenAsync(hire, late, by, cancellation);
    }

    /// <summary>The city does not permit it: the room is free, nothing is owed, and what was paid goes back.</summary>
    /// <exception cref="RuleBroken">It waits for no decision, or the city has no notice to refuse by.</exception>
    public async Task RefuseAsync(RoomHire hire, RefusalReason reason, string? explanation, string by, CancellationToken cancellation = default)
    {
        var today = clock.Today();
        var form = await db.RefusalForms.AsNoTracking().SingleOrDefaultAsync(f => f.ValidFrom <= today && (f.ValidTo == null || f.ValidTo >= today), cancellation);
        hire.Refuse(reason, form, explanation, by, clock.UtcNow());
        await LetGoAsync(hire, cancellation);
        await tell.RefusedAsync(hire, (await rooms.FindAsync(hire.RoomId, cancellation))!, cancellation);
    }

    private async Task LetGoAsync(RoomHire hire, CancellationToken cancellation)
    {
        foreach (var occupancy in await db.Occupancies.Where(o => o.Subject == hire.Id && o.Kind == RoomUseKind.Hire).Select(o => o.Id).ToListAsync(cancellation))
        {
            await calendar.ReleaseAsync(occupancy, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([hire], cancellation);
    }
}

/// <param name="Yen">The fee.</param>
/// <param name="Owed">What of it is owed all the same.</param>
/// <param name="Article">Where that is written; null where no rule speaks of it.</param>
internal sealed record Owing(int Yen, int Owed, string? Article)
{
    public string Sentence =>
        Yen == 0 ? "使用料はかかりません。"
        : Owed == 0 ? "いま取り消すと、使用料はかかりません。払った分は全額お返しします。"
        : $"いま取り消しても、使用料{Wording.Yen(Yen)}のうち{Wording.Yen(Owed)}をいただきます。{(Owed < Yen ? $"払った分からは{Wording.Yen(Yen - Owed)}をお返しします。" : "")}";
}
