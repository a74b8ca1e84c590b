using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>台帳: everything in the rooms of one hall on one day, with who uses them.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class LedgerModel(BookingDb db, IRooms rooms, IOpeningCalendar openings, IHallDirectory directory, HallScope scope, IGrants grants, IAudit audit, TimeProvider clock) : PageModel
{
    private static readonly TableColumn[] Columns = ["部屋", "開始", "終了", "使う方", "種類", "状態"];

    /// <summary>What not everybody may open who sees the hires.</summary>
    private static readonly (string Path, string Permission)[] Doors =
        [("/staff/room-blocks/", BookingModule.Blocks), ("/staff/displacements/", BookingModule.Displacements), ("/staff/election-meetings/", BookingModule.Displacements)];

    /// <summary>Somebody on record who wants a room: carried on to the form.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public HallRef? Hall { get; private set; }

    public DateOnly Day { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public Opening Opening { get; private set; } = new(null, null, null);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayBook => Day >= Today && Opening.IsOpen;

    public async Task<IActionResult> OnGetAsync(string? hall, string? date, CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Halls = [.. (await directory.GetAsync(cancellation)).All.Where(h => scope.Contains(h.Id))];
        Day = JapaneseEra.TryParse(date) ?? Today;
        if ((hall is not null ? Halls.FirstOrDefault(h => h.No == hall) : Halls is [var first, ..] ? first : null) is not { } found)
        {
            await audit.SawAsync(Act.View, "部屋の台帳", null, []);
            return hall is null ? Page() : NotFound();
        }

        (Hall, Opening) = (found, await openings.OnAsync(found.Id, Day, cancellation));
        await LoadAsync(found.Id, cancellation);
        return Format is { } format
            ? await this.TableAsync(new Table("台帳", Columns, Rows.SelectMany(r => r.Uses.Select(u => (IReadOnlyList<object?>)[r.Room.Name, u.From, u.To == Cells.DayEnd ? "24:00" : u.To, u.Title, Wording.Of(u.Kind), u.Status.Word]))), format, $"台帳_{found.No}_{Day:yyyyMMdd}")
            : Page();
    }

    public string AddressOf(DateOnly date) => $"/staff/rooms?hall={Hall?.No}&date={date:yyyy-MM-dd}{(Person is { } who ? $"&person={who}" : "")}";

    private async Task LoadAsync(Guid hall, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var uses = await (from o in db.Occupancies.AsNoTracking()
                          where o.HallId == hall && o.Date == Day && o.ReleasedAt == null && (o.ExpiresAt == null || o.ExpiresAt > now)
                          join h in db.Hires.AsNoTracking() on o.Subject equals h.Id into hires
                          from h in hires.DefaultIfEmpty()
                          orderby o.From
                          select new { Use = o, Hire = h }).ToListAsync(cancellation);
        var (all, shut) = (await rooms.OfHallAsync(hall, cancellation), new List<string>());
        foreach (var (path, permission) in Doors)
        {
            shut.AddRange(await grants.HoldsAsync(User, permission, hall) ? [] : [path]);
        }

        Rows = [.. all.Select(r => new Row(r, [.. uses.Where(u => u.Use.RoomId == r.Id || all.Any(o => o.Id == u.Use.RoomId && o.Spaces.Any(r.Spaces.Contains)))
            .Select(u => new Line(u.Use.From, u.Use.To, u.Use.Kind, u.Hire is null ? u.Use.Title : $"{u.Hire.Hirer.Shown}（{u.Hire.People}人）{(u.Hire.PurposeKind.Length > 0 ? "　" + u.Hire.PurposeKind : "")}", shut.Exists(p => u.Use.Url?.StartsWith(p, StringComparison.Ordinal) == true) ? null : u.Use.Url, StatusOf(u.Use, u.Hire)))]))];
        await audit.SawAsync(Format is null ? Act.View : Act.Export, "部屋の台帳", hall, uses.Where(u => u.Hire is not null).Select(u => u.Hire.Id));
    }

    private static Status StatusOf(Occupancy use, RoomHire? hire) =>
        hire is not null ? Wording.Of(hire.State) : use.Kind == RoomUseKind.Offer ? new("案内中", Tone.Warn) : use.ExpiresAt is not null ? new(use.Kind == RoomUseKind.Hold ? "受付中" : "承認待ち", Tone.Warn) : new(Wording.Of(use.Kind), Tone.Off);

    public sealed record Row(Room Room, IReadOnlyList<Line> Uses);

    public sealed record Line(TimeOnly From, TimeOnly To, RoomUseKind Kind, string Title, string? Url, Status Status);
}
