using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What a resident has asked for and not got yet: rooms they wait for, and draws they take part in. What is offered stands first, whatever its day.</summary>
internal sealed class MyRequests(BookingDb db, IRooms rooms, IHallDirectory halls, TimeProvider clock) : IMyThings
{
    public async Task<IReadOnlyList<MyThing>> OfAsync(Guid accountId, CancellationToken cancellation)
    {
        var today = clock.Today();
        var directory = await halls.GetAsync(cancellation);
        var things = new List<MyThing>();
        foreach (var w in await Of(accountId).Where(w => w.Date >= today && (w.State == WaitState.Waiting || w.State == WaitState.Offered)).OrderBy(w => w.Date).ThenBy(w => w.From).ToListAsync(cancellation))
        {
            var room = (await rooms.FindAsync(w.RoomId, cancellation))?.Name;
            things.Add(new MyThing(w.State == WaitState.Offered ? null : w.Date, w.State == WaitState.Offered ? null : w.From, w.State == WaitState.Offered ? $"{room}が空きました" : $"{room}の空きを待つ", $"/my/waits/{w.Id}", $"{directory.NameOf(w.HallId)}　{Wording.When(w.Slot)}", Wording.Of(w.State)));
        }

        foreach (var e in await EntriesOf(accountId).Join(db.Lotteries, e => e.LotteryId, l => l.Id, (e, l) => new { e.Id, e.HallId, Lottery = l }).Where(e => e.Lottery.Month >= today.AddMonths(-1)).ToListAsync(cancellation))
        {
            things.Add(new MyThing(null, null, $"{Lottery.TitleOf(e.Lottery.Month)}の部屋の抽選", $"/my/lottery-entries/{e.Id}", directory.NameOf(e.HallId), e.Lottery.StatusAt(clock.UtcNow())));
        }

        return things;
    }

    public Task<bool> IsEntryOfAsync(Guid accountId, Guid entry, CancellationToken cancellation) => EntriesOf(accountId).AnyAsync(e => e.Id == entry, cancellation);

    private IQueryable<LotteryEntry> EntriesOf(Guid accountId) => db.LotteryEntries.AsNoTracking().Where(e => e.AccountId == accountId && !e.IsWithdrawn);

    public Task<bool> IsWaitOfAsync(Guid accountId, Guid wait, CancellationToken cancellation) => Of(accountId).AnyAsync(w => w.Id == wait, cancellation);

    private IQueryable<RoomWait> Of(Guid accountId) => db.Waits.AsNoTracking().Where(w => w.AccountId == accountId);
}
