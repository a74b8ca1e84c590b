using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>One hire that must go elsewhere: a room is found and kept for it, and the answer is carried out. Each is one transaction behind the locks of both rooms.</summary>
internal sealed class Rehouse(BookingDb db, RoomCalendar calendar, OtherRooms others, GiveBack giveBack, Stock stock, IRooms rooms, ChargeHirers charge, TellHirers tell, ICityRules rules, TimeProvider clock)
{
    /// <summary>Keeps the room for them until their answer, instead of one that was kept before.</summary>
    /// <exception cref="RuleBroken">The room is not free any more, or it is too late.</exception>
    public async Task OfferAsync(DisplacedHire moving, Room room, CancellationToken cancellation = default)
    {
        var hire = await BeginAsync(moving, [room], cancellation);
        if (!await others.FitsAsync(hire, await RoomAsync(moving.RoomId, cancellation), room, cancellation))
        {
            throw new RuleBroken("この部屋は、もう空いていません。ほかの部屋を選んでください。", "Input.RoomId");
        }

        var (now, days) = (clock.UtcNow(), await rules.OnAsync(Displacement.AnswerDays, clock.Today(), cancellation));
        moving.Offer(room, RoomWait.DeadlineOf(moving.Date.ToUtc(moving.From), now, days) ?? now, now);
        await LetGoAsync(moving, cancellation);
        await calendar.PutAsync(moving.Keep(room), null, cancellation);
        await tell.MoveOfferedAsync(hire, await RoomAsync(moving.RoomId, cancellation), room, moving.OfferUntil!.Value, cancellation);
    }

    /// <summary>The hire goes where the room is kept, with its fee and what was taken off it; pressed twice it is the same.</summary>
    /// <exception cref="RuleBroken">Nothing is offered, the deadline is over, or its equipment is not there any more.</exception>
    public async Task<RoomHire> AcceptAsync(DisplacedHire moving, CancellationToken cancellation = default)
    {
        var hire = await BeginAsync(moving, [], cancellation);
        if (moving.State == MoveState.Moved)
        {
            return hire;
        }

        if (!hire.IsLive)
        {
            throw new RuleBroken("この予約は、もう取り消されています。");
        }

        moving.Accept(clock.UtcNow());
        var (left, room) = (await RoomAsync(moving.RoomId, cancellation), await RoomAsync(moving.OfferedRoomId!.Value, cancellation));
        await LeaveAsync(moving, cancellation);
        hire.MoveTo(room, clock.UtcNow());
        if (room.HallId != left.HallId)
        {
            await stock.DemandAsync(hire, cancellation);
        }

        (await Kept(moving).SingleAsync(cancellation)).BecomeHire(hire);
        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([hire], cancellation);
        await tell.MovedAsync(hire, left, room, cancellation);
        return hire;
    }

    /// <summary>They do not go, or there is nowhere to go: cancelled by the hall, and everything that was paid goes back.</summary>
    /// <exception cref="RuleBroken">It is decided already.</exception>
    public async Task RefundAsync(DisplacedHire moving, CancellationToken cancellation = default)
    {
        var hire = await BeginAsync(moving, [], cancellation);
        moving.Refund(clock.UtcNow());
        await LetGoAsync(moving, cancellation);
        if (hire.IsOff)
        {
            await db.SaveChangesAsync(cancellation);
            return;
        }

        var displacement = await LeaveAsync(moving, cancellation);
        await giveBack.CancelAsync(hire, $"会場の変更（{displacement.Reason}）", byHall: true, byStaff: true, cancellation);
    }

    /// <summary>The hall is not needed after all: who is undecided stays.</summary>
    public async Task StayAsync(DisplacedHire moving, CancellationToken cancellation = default)
    {
        await BeginAsync(moving, [], cancellation);
        moving.Stay(clock.UtcNow());
        await LetGoAsync(moving, cancellation);
    }

    /// <summary>Takes the locks of all rooms it may be about at once, and only then looks how things stand.</summary>
    private async Task<RoomHire> BeginAsync(DisplacedHire moving, IEnumerable<Room> more, CancellationToken cancellation)
    {
        var about = new List<Room>(more) { await RoomAsync(moving.RoomId, cancellation) };
        if (moving.OfferedRoomId is { } offered)
        {
            about.Add(await RoomAsync(offered, cancellation));
        }

        await calendar.LockAroundAsync(about, cancellation);
        var before = moving.OfferedRoomId;
        await db.Entry(moving).ReloadAsync(cancellation);
        if (moving.OfferedRoomId != before)
        {
            throw new RuleBroken("ほかの人が先に変えました。開き直して、もう一度確かめてください。");
        }

        var hire = await db.Hires.IgnoreQueryFilters().Include(h => h.Fees).Include(h => h.Items).Include(h => h.Permits).AsSplitQuery().SingleAsync(h => h.Id == moving.HireId, cancellation);
        await db.Entry(hire).ReloadAsync(cancellation);
        return hire;
    }

    /// <summary>What the hire had is the hall's, so that it is free for nobody in between.</summary>
    private async Task<Displacement> LeaveAsync(DisplacedHire moving, CancellationToken cancellation)
    {
        var displacement = await db.Displacements.IgnoreQueryFilters().SingleAsync(d => d.Id == moving.DisplacementId, cancellation);
        foreach (var had in await db.Occupancies.IgnoreQueryFilters().Where(o => o.Subject == moving.HireId && o.Kind == RoomUseKind.Hire && o.ReleasedAt == null).ToListAsync(cancellation))
        {
            had.Become(displacement.Use(had.Slot));
        }

        await db.SaveChangesAsync(cancellation);
        return displacement;
    }

    private async Task LetGoAsync(DisplacedHire moving, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        foreach (var kept in await Kept(moving).Select(o => o.Id).ToListAsync(cancellation))
        {
            await calendar.ReleaseAsync(kept, cancellation);
        }
    }

    private IQueryable<Occupancy> Kept(DisplacedHire moving) => db.Occupancies.IgnoreQueryFilters().Where(o => o.Subject == moving.Id && o.Kind == RoomUseKind.Offer && o.ReleasedAt == null);

    private async Task<Room> RoomAsync(Guid id, CancellationToken cancellation) => await rooms.FindAsync(id, cancellation) ?? throw new RuleBroken("部屋が見つかりません。部屋を選び直してください。");
}
