using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What somebody should look at: rooms the hall kept from others and did not use, parties who give rooms back late again and again, and staff who work on hires of their own groups.</summary>
internal sealed class RoomAlerts(BookingDb db, ICityRules rules, TimeProvider clock)
{
    public static readonly CityRule UnusedDays = new("booking.unused-days", "館が取った部屋に人数が入らないと知らせるまでの日数（取り消しは、利用日までこの日数より近いもの）", "日", 7, 1, 60);
    public static readonly CityRule LateDays = new("booking.late-cancel-days", "直前の取消とみなす、利用日までの日数", "日", 7, 0, 60);
    public static readonly CityRule LateCount = new("booking.late-cancel-count", "直前の取消が続くと知らせる件数", "件", 3, 2, 50);
    public static readonly CityRule LateSpan = new("booking.late-cancel-span", "直前の取消を数える期間", "日", 90, 7, 366);

    /// <summary>How far back unused rooms are shown; physics of a page, not a rule.</summary>
    private const int Back = 366;

    /// <summary>Approved blocks to which nobody came or said how many did, and those given back when it was too late for others; the newest first.</summary>
    public async Task<IReadOnlyList<UnusedBlock>> UnusedAsync(CancellationToken cancellation = default)
    {
        var (today, days) = (clock.Today(), await rules.OnAsync(UnusedDays, clock.Today(), cancellation));
        var (since, quiet) = (today.AddDays(-Back), today.AddDays(-days));
        var found = await (from b in db.Blocks.AsNoTracking()
                           where b.Date >= since && b.Kind == RoomUseKind.OwnProgram && (b.State == BlockState.Withdrawn || (b.State == BlockState.Approved && b.Date < today && (b.Came == 0 || (b.Came == null && b.Date < quiet))))
                           orderby b.Date descending, b.From, b.Id
                           select new { Block = b, ReleasedAt = db.Occupancies.Where(o => o.Subject == b.Id).Max(o => o.ReleasedAt) }).ToListAsync(cancellation);
        return [.. found.Where(f => f.Block.State == BlockState.Approved || (f.Block.AnsweredBy is not null && f.ReleasedAt is { } at && DateOnly.FromDateTime(at.InJapan()) > f.Block.Date.AddDays(-days)))
            .Select(f => new UnusedBlock(f.Block, f.Block.State == BlockState.Withdrawn ? "直前に取り消した" : f.Block.Came == 0 ? "使わなかった" : "人数が入っていない"))];
    }

    /// <summary>Parties with as many late cancellations as the city thinks too many; the most first.</summary>
    public async Task<IReadOnlyList<LateParty>> LateAsync(CancellationToken cancellation = default)
    {
        var today = clock.Today();
        var (days, count, span) = (await rules.OnAsync(LateDays, today, cancellation), await rules.OnAsync(LateCount, today, cancellation), await rules.OnAsync(LateSpan, today, cancellation));
        var since = today.AddDays(-span).ToUtc(TimeOnly.MinValue);
        var cancelled = await db.Hires.AsNoTracking().Where(h => h.State == HireState.Cancelled && h.CancelledAt >= since && !h.CancelledByHall && h.PartyKey != "").ToListAsync(cancellation);
        return [.. cancelled.Where(h => h.Date.DayNumber - DateOnly.FromDateTime(h.CancelledAt!.Value.InJapan()).DayNumber <= days).GroupBy(h => h.PartyKey).Where(g => g.Count() >= count)
            .Select(g => new LateParty([.. g.OrderByDescending(h => h.CancelledAt)])).OrderByDescending(p => p.Hires.Count).ThenBy(p => p.Hires[0].KanaKey, StringComparer.Ordinal)];
    }

    /// <summary>Hires of groups the staff have said to belong to, on which the same account worked; the latest first.</summary>
    public async Task<IReadOnlyList<OwnWork>> OwnAsync(CancellationToken cancellation = default)
    {
        var (own, since) = (await db.OwnGroups.AsNoTracking().ToListAsync(cancellation), clock.Today().AddDays(-Back).ToUtc(TimeOnly.MinValue));
        var (accounts, parties) = (own.Select(o => o.AccountId).Distinct().ToList(), own.Select(o => o.PartyKey).Distinct().ToList());
        var worked = own.Count == 0 ? [] : await (from a in db.HireActs.AsNoTracking()
                                                  join h in db.Hires.AsNoTracking() on a.HireId equals h.Id
                                                  where a.At >= since && accounts.Contains(a.AccountId) && parties.Contains(h.PartyKey)
                                                  select new { Act = a, Hire = h }).ToListAsync(cancellation);
        return [.. from o in own
                   from w in worked.Where(w => w.Act.AccountId == o.AccountId && w.Hire.PartyKey == o.PartyKey && !(DateOnly.FromDateTime(w.Act.At.InJapan()) > o.LeftOn)).GroupBy(w => w.Hire.Id)
                   let last = w.Max(x => x.Act.At)
                   orderby last descending, w.Key
                   select new OwnWork(o, w.First().Hire, [.. w.Select(x => x.Act.Kind).Distinct().Order()], last)];
    }
}

/// <param name="Kinds">What the account did for its own group, each once.</param>
internal sealed record OwnWork(OwnGroup Group, RoomHire Hire, IReadOnlyList<HireActKind> Kinds, DateTime Last);

/// <param name="What">使わなかった, 人数が入っていない, 直前に取り消した</param>
internal sealed record UnusedBlock(RoomBlock Block, string What);

/// <param name="Hires">What they gave back late, the latest first; never empty.</param>
internal sealed record LateParty(IReadOnlyList<RoomHire> Hires);
