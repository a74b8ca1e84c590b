using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Import;

/// <summary>Hires that are over, as halls keep them in spreadsheets. A row's key is its 許可番号.</summary>
internal sealed class HiresDataset(BookingDb db, IHallDirectory halls, IRooms rooms, RuleBook book, TimeProvider clock) : IImportDataset
{
    public string Name => "hires";

    public string Label => "貸館の利用";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("許可番号", true, "受付番号"),
        new("館番号", true, "館"),
        new("室番号", true, "部屋番号"),
        new("利用日", true, "日付"),
        new("開始", true, "開始時刻"),
        new("終了", true, "終了時刻"),
        new("団体名", false, "団体", "利用者"),
        new("目的", false, "利用目的"),
        new("人数", true, "利用人数", "利用者数"),
        new("使用料", false, "金額"),
    ];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        // A number is unique in the city, also where this user may not look.
        var known = await db.Hires.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(h => h.Number, cancellation);
        return new HiresRun(db, await halls.GetAsync(cancellation), rooms, await book.GetAsync(cancellation), clock.Today(), known);
    }
}

internal sealed class HiresRun(BookingDb db, HallDirectory halls, IRooms rooms, HireRules rules, DateOnly today, Dictionary<string, RoomHire> known) : IImportRun
{
    private const int Batch = 1000;

    private readonly Dictionary<string, int> rows = [];
    private readonly Dictionary<(Guid Hall, string No), Room?> roomOf = [];
    private int unsaved;

    public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
    {
        var number = row.Code("許可番号", 40);
        if (number.Length > 0 && !rows.TryAdd(number, row.Number))
        {
            row.Refuse($"許可番号「{number}」は{rows[number]}行目にもあります。");
        }

        var room = await RoomOfAsync(row, cancellation);
        var (date, from, to) = (row.Date("利用日"), row.Time("開始"), row.Time("終了"));
        var (group, purpose) = (row.OptionalText("団体名", 100) ?? "", row.OptionalText("目的", RoomHire.LongestPurpose) ?? "");
        var (came, yen) = (row.Int("人数", 0, 10_000), row.OptionalInt("使用料", 0, 1_000_000) ?? 0);
        if (!row.IsWrong && to <= from)
        {
            row.Refuse("終了は開始より後にしてください。");
        }

        if (!row.IsWrong && date >= today)
        {
            row.Refuse("これからの予約は取り込めません。部屋の台帳から入れてください。");
        }

        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        var isNew = !known.TryGetValue(number, out var hire);
        hire ??= RoomHire.OfRecord(number);
        var slot = new RoomSlot(room!.Id, date, from, to);
        if (!isNew && hire.IsRecordOf(slot, group, purpose, came, yen))
        {
            return row.Settle(Verdict.Unchanged);
        }

        if (!db.Scope.Contains(room.HallId) || (!isNew && !db.Scope.Contains(hire.HallId)))
        {
            row.Refuse("ほかの館の利用は取り込めません。");
        }
        else if (!isNew && !hire.IsRecord)
        {
            row.Refuse($"許可番号「{number}」は、ここで受けた予約です。予約のページで変更してください。");
        }

        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        _ = isNew ? db.Hires.Add(hire) : db.Hires.Attach(hire);
        known[number] = hire;
        hire.TakeFromImport(room, slot, rules.SpanOf(room.HallId, date, from, to), group, purpose, came, yen);
        db.Entry(hire).DetectChanges();
        if (++unsaved >= Batch)
        {
            await FinishAsync(cancellation);
        }

        return row.Settle(isNew ? Verdict.New : Verdict.Update);
    }

    public async Task FinishAsync(CancellationToken cancellation)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        db.ChangeTracker.Clear();
        unsaved = 0;
    }

    private async ValueTask<Room?> RoomOfAsync(ImportRow row, CancellationToken cancellation)
    {
        var (hallNo, no) = (row.Code("館番号", 10), row.Code("室番号", 10));
        var hall = halls.FindByNo(hallNo) ?? halls.FindByNo(hallNo.TrimStart('0'));
        if (hall is null)
        {
            if (hallNo.Length > 0)
            {
                row.Refuse($"館番号「{row.Shown("館番号")}」の館はありません。");
            }

            return null;
        }

        if (!roomOf.TryGetValue((hall.Id, no), out var room))
        {
            roomOf[(hall.Id, no)] = room = (await rooms.OfHallAsync(hall.Id, cancellation)).FirstOrDefault(r => r.No == no || r.Name == no);
        }

        if (room is null && no.Length > 0)
        {
            row.Refuse($"室番号「{row.Shown("室番号")}」の部屋は、{hall.ShortName}にありません。");
        }

        return room;
    }
}
