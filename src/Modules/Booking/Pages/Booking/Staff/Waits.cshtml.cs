using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who waits for rooms of the user's halls, in the order in which they are offered.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class WaitsModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<Choice> States = [new("", "待っている、案内中"), new("offered", "返事を待っている"), new("over", "終わったもの")];

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(RoomWait Wait, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var found = Filtered(db.Waits.AsNoTracking());
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var halls = await directory.GetAsync(cancellation);
        var rows = new List<(RoomWait, string)>();
        foreach (var wait in await found.OrderBy(w => w.Date).ThenBy(w => w.RoomId).ThenBy(w => w.From).ThenBy(w => w.DrawOrder == null).ThenBy(w => w.DrawOrder).ThenBy(w => w.AskedAt).ThenBy(w => w.Id)
            .Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((wait, $"{halls.NameOf(wait.HallId)} {(await rooms.FindAsync(wait.RoomId, cancellation))?.Name}"));
        }

        Rows = rows;
        await audit.SawAsync(Act.View, "部屋の空き待ちの一覧", null, rows.Select(r => r.Item1.Id));
    }

    private IQueryable<RoomWait> Filtered(IQueryable<RoomWait> waits)
    {
        var today = clock.Today();
        waits = JapaneseEra.TryParse(From) is { } from ? waits.Where(w => w.Date >= from) : waits;
        waits = JapaneseEra.TryParse(To) is { } to ? waits.Where(w => w.Date <= to) : waits;
        return State switch
        {
            "offered" => waits.Where(w => w.State == WaitState.Offered),
            "over" => waits.Where(w => w.State != WaitState.Waiting && w.State != WaitState.Offered),
            _ => waits.Where(w => w.State == WaitState.Offered || (w.State == WaitState.Waiting && w.Date >= today)),
        };
    }
}
