using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Import;

/// <summary>
/// Rooms of halls, in use since the hall's first day. A room with a 親室番号 is a part of that room, which must stand above
/// it or be known already; a new room called 図書室 holds the library.
/// </summary>
internal sealed class RoomsDataset(FacilitiesDb db) : IImportDataset
{
    private const string HallNo = "館番号", No = "室番号", Name_ = "室名", Capacity = "定員", Whole = "親室番号";

    public string Name => "rooms";

    public string Label => "部屋";

    public IReadOnlyList<ImportColumn> Columns => [new(HallNo, true), new(No, true), new(Name_, true), new(Capacity, true), new(Whole, false)];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        var rooms = await db.Rooms.Include(r => r.Spaces).ToListAsync(cancellation);
        return new Run(
            db,
            await db.Halls.Include(h => h.Details).ToDictionaryAsync(h => h.No, cancellation),
            rooms.GroupBy(r => r.HallId).ToDictionary(g => g.Key, g => g.ToList()));
    }

    private sealed class Run(FacilitiesDb db, Dictionary<string, Hall> halls, Dictionary<Guid, List<MeetingRoom>> roomsOfHall) : IImportRun
    {
        private readonly Dictionary<(Guid, string), int> seen = [];

        public ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
        {
            var (hallNo, no, name, capacity) = (row.Code(HallNo, 10), row.Code(No, 10), row.Text(Name_, 30), row.Int(Capacity, 1, 5000));
            var wholeNo = row.IsEmpty(Whole) ? null : row.Code(Whole, 10);
            if (halls.GetValueOrDefault(hallNo) is not { } hall)
            {
                if (hallNo.Length > 0)
                {
                    row.Refuse($"{HallNo}「{row.Shown(HallNo)}」の館はありません。");
                }

                return ValueTask.FromResult(row.Settle(Verdict.New));
            }

            if (!row.IsWrong && !seen.TryAdd((hall.Id, no), row.Number))
            {
                row.Refuse($"{seen[(hall.Id, no)]}行目と{HallNo}・{No}が同じです。");
            }

            var rooms = roomsOfHall.TryGetValue(hall.Id, out var known) ? known : roomsOfHall[hall.Id] = [];
            var whole = wholeNo is null ? null : rooms.Find(r => r.No == wholeNo && r.No != no);
            if (wholeNo is not null && whole is null)
            {
                row.Refuse($"{Whole}「{row.Shown(Whole)}」の部屋がありません。親の部屋を先の行に書いてください。");
            }

            var verdict = row.IsWrong ? Verdict.New : Take(row, hall, no, name, capacity, rooms, whole);
            return ValueTask.FromResult(row.Settle(verdict));
        }

        public async Task FinishAsync(CancellationToken cancellation) => await db.SaveChangesAsync(cancellation);

        private Verdict Take(ImportRow row, Hall hall, string no, string name, int capacity, List<MeetingRoom> rooms, MeetingRoom? whole)
        {
            if (rooms.Find(r => r.No == no) is { } room)
            {
                return Change(row, room, name, capacity, rooms, whole);
            }

            if (whole is not null && rooms.Exists(whole.IsPartOf))
            {
                row.Refuse($"{Whole}「{row.Shown(Whole)}」は、それ自体が別の部屋の一部です。");
                return Verdict.New;
            }

            room = MeetingRoom.Make(hall.Id, no, name, capacity, hall.Details.Min(d => d.ValidFrom), rooms, whole, name == "図書室");
            rooms.Add(room);
            db.Rooms.Add(room);
            return Verdict.New;
        }

        private static Verdict Change(ImportRow row, MeetingRoom room, string name, int capacity, List<MeetingRoom> rooms, MeetingRoom? whole)
        {
            if (whole is null ? rooms.Exists(room.IsPartOf) : !room.IsPartOf(whole))
            {
                row.Refuse($"登録されている部屋と{Whole}が違います。仕切りは後から変えられません。");
                return Verdict.Update;
            }

            if (room.Name == name && room.Capacity == capacity)
            {
                return Verdict.Unchanged;
            }

            room.Change(name, capacity, room.IsLibrary, room.ValidTo);
            return Verdict.Update;
        }
    }
}
