using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The desk: who must go elsewhere and where they stand, and which of the hall's own programs are in the way.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class DeskModel(BookingDb db, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, IAudit audit, TimeProvider clock) : DisplacementPage(db, rooms, directory)
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public DateOnly Today { get; } = clock.Today();

    public IReadOnlyList<(DisplacedHire Moving, RoomHire Hire, string? Left, string? Offered)> Rows { get; private set; } = [];

    public IReadOnlyList<(Occupancy Use, string? Room)> Programs { get; private set; } = [];

    /// <summary>Days on which nobody has said to the residents that the hall is closed.</summary>
    public IReadOnlyList<DateOnly> OpenDays { get; private set; } = [];

    public int Pages => (Tally.All + Size - 1) / Size;

    protected override async Task LoadMoreAsync()
    {
        ModelState.Clear();
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var moving = await Db.DisplacedHires.AsNoTracking().Where(m => m.DisplacementId == Id).OrderBy(m => m.Date).ThenBy(m => m.From).ThenBy(m => m.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync();
        var ids = moving.ConvertAll(m => m.HireId);
        var hires = await Db.Hires.IgnoreQueryFilters().AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id);
        await audit.SawAsync(Act.View, "会場の変更の一覧", Displacement.HallId, ids);
        var rows = new List<(DisplacedHire, RoomHire, string?, string?)>();
        foreach (var m in moving)
        {
            var offered = m.OfferedRoomId is { } id ? await Rooms.FindAsync(id) : null;
            rows.Add((m, hires[m.HireId], (await Rooms.FindAsync(m.RoomId))?.Name, offered is null ? null : $"{Halls.NameOf(offered.HallId)} {offered.Name}"));
        }

        Rows = rows;
        var d = Displacement;
        var programs = new List<(Occupancy, string?)>();
        foreach (var use in await Db.Occupancies.AsNoTracking().Where(o => o.HallId == d.HallId && o.Date >= d.From && o.Date <= d.To && o.ReleasedAt == null && (d.RoomId == null || o.RoomId == d.RoomId)
            && o.Kind != RoomUseKind.Hire && o.Kind != RoomUseKind.Hold && o.Kind != RoomUseKind.Offer && o.Subject != d.Id).OrderBy(o => o.Date).ThenBy(o => o.From).ToListAsync())
        {
            programs.Add((use, (await Rooms.FindAsync(use.RoomId))?.Name));
        }

        (Programs, OpenDays) = (programs, await OpenAsync());
    }

    private async Task<List<DateOnly>> OpenAsync()
    {
        var open = new List<DateOnly>();
        for (var day = Displacement.From > Today ? Displacement.From : Today; Displacement.RoomId is null && day <= Displacement.To; day = day.AddDays(1))
        {
            open.AddRange((await openings.OnAsync(Displacement.HallId, day)).IsOpen ? [day] : []);
        }

        return open;
    }
}
