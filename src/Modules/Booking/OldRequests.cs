using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Who asked is blanked when the city need not know any longer; rooms, times, codes and results stay.</summary>
internal abstract class OldRequests<T>(AppDatabase database, HirePersonalData data) : IRetention
    where T : HireRequest
{
    private const int Batch = 500;

    public abstract string Key { get; }

    public abstract string Label { get; }

    public int Months => 12;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(r => r.Id).Take(Batch).Select(r => r.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    /// <summary>Those whose use was before the day.</summary>
    protected abstract IQueryable<T> Before(DateOnly day);

    private IQueryable<T> Old(DateTime before) => Before(DateOnly.FromDateTime(before)).IgnoreQueryFilters().Where(r => r.Hirer.FamilyName != Hirer.ErasedName);
}

/// <summary>部屋の空き待ち</summary>
internal sealed class OldWaits(BookingDb db, AppDatabase database, HirePersonalData data) : OldRequests<RoomWait>(database, data)
{
    public override string Key => "booking.waits";

    public override string Label => "部屋の空き待ち（氏名、団体名、連絡先、目的、メモ）";

    protected override IQueryable<RoomWait> Before(DateOnly day) => db.Waits.Where(w => w.Date < day);
}

/// <summary>部屋の抽選の申し込み: what the draw was replayed from stays.</summary>
internal sealed class OldEntries(BookingDb db, AppDatabase database, HirePersonalData data) : OldRequests<LotteryEntry>(database, data)
{
    public override string Key => "booking.lottery-entries";

    public override string Label => "部屋の抽選の申し込み（氏名、団体名、連絡先、目的、メモ）";

    protected override IQueryable<LotteryEntry> Before(DateOnly day)
    {
        var month = day.AddMonths(-1);
        return db.LotteryEntries.Where(e => db.Lotteries.Any(l => l.Id == e.LotteryId && l.Month < month));
    }
}

/// <summary>年間の予約</summary>
internal sealed class OldSeasons(BookingDb db, AppDatabase database, HirePersonalData data) : OldRequests<Season>(database, data)
{
    public override string Key => "booking.seasons";

    public override string Label => "年間の予約（氏名、団体名、連絡先、目的、メモ）";

    protected override IQueryable<Season> Before(DateOnly day) => db.Seasons.Where(s => s.Last < day);
}
