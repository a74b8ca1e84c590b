using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>A hall is needed for something that does not wait: what is free there is taken, and who hired is put on the list.</summary>
internal sealed class Displace(BookingDb db, RoomCalendar calendar, Rehouse rehouse, IRooms rooms, IOpeningCalendar openings, TimeProvider clock)
{
    public async Task OpenAsync(Displacement displacement, CancellationToken cancellation = default)
    {
        db.Displacements.Add(displacement);
        await db.SaveChangesAsync(cancellation);
        await GatherAsync(displacement, cancellation);
    }

    /// <summary>Puts on the list who is not there yet, and takes what is free; a second time it finds only what came since.</summary>
    public async Task GatherAsync(Displacement displacement, CancellationToken cancellation = default)
    {
        var all = await rooms.OfHallAsync(displacement.HallId, cancellation);
        var taking = all.Where(r => displacement.RoomId is null || r.Id == displacement.RoomId).ToList();
        await calendar.LockAroundAsync(taking, cancellation);
        var about = all.Where(r => taking.Exists(t => t.Spaces.Any(r.Spaces.Contains))).Select(r => r.Id).ToList();
        var (id, today, now) = (displacement.Id, clock.Today(), clock.UtcNow());
        var hires = await db.Hires.IgnoreQueryFilters().AsNoTracking().Where(h => h.HallId == displacement.HallId && about.Contains(h.RoomId) && h.Date >= displacement.From && h.Date <= displacement.To && h.Date >= today
            && (h.State == HireState.Booked || h.State == HireState.Permitted) && !db.DisplacedHires.IgnoreQueryFilters().Any(d => d.HireId == h.Id && (d.DisplacementId == id || d.State == MoveState.Open || d.State == MoveState.Offered))).ToListAsync(cancellation);
        db.DisplacedHires.AddRange(hires.Where(h => h.Date.ToUtc(h.From) > now).Select(h => DisplacedHire.Of(displacement, h)));
        await db.SaveChangesAsync(cancellation);
        for (var day = displacement.From > today ? displacement.From : today; day <= displacement.To; day = day.AddDays(1))
        {
            if (await openings.OnAsync(displacement.HallId, day, cancellation) is { From: { } from, To: { } to })
            {
                await calendar.TakeRestAsync(taking, day, from, to, displacement.Use, cancellation);
            }
        }
    }

    /// <summary>It is not needed after all: who is undecided stays, and the rest is free again.</summary>
    /// <exception cref="RuleBroken">It is over already.</exception>
    public async Task WithdrawAsync(Displacement displacement, CancellationToken cancellation = default)
    {
        displacement.Withdraw(clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
        foreach (var moving in await db.DisplacedHires.Where(d => d.DisplacementId == displacement.Id && (d.State == MoveState.Open || d.State == MoveState.Offered)).OrderBy(d => d.Id).ToListAsync(cancellation))
        {
            await rehouse.StayAsync(moving, cancellation);
        }

        foreach (var taken in await db.Occupancies.Where(o => o.Subject == displacement.Id && o.ReleasedAt == null).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation))
        {
            await calendar.ReleaseAsync(taken, cancellation);
        }
    }
}
