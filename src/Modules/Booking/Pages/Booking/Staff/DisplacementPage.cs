using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A page about one of the user's halls that is needed for something else.</summary>
internal abstract class DisplacementPage(BookingDb db, IRooms rooms, IHallDirectory directory) : PageModel
{
    [FromRoute] public Guid Id { get; set; }

    public Displacement Displacement { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public MoveTally Tally { get; private set; } = MoveTally.Of([]);

    protected BookingDb Db { get; } = db;

    protected IRooms Rooms { get; } = rooms;

    protected HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Displacements.SingleOrDefaultAsync(d => d.Id == Id) is not { } found)
        {
            return NotFound();
        }

        (Displacement, Halls) = (found, await directory.GetAsync());
        Place = $"{Halls.NameOf(found.HallId)}　{(found.RoomId is { } room ? (await Rooms.FindAsync(room))?.Name : "全室")}";
        Tally = MoveTally.Of(await Db.DisplacedHires.Where(m => m.DisplacementId == Id).Select(m => m.State).ToListAsync());
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}

/// <summary>How many went elsewhere, how many had everything back, and how many are undecided.</summary>
internal sealed record MoveTally(int All, int Moved, int Refunded, int Offered, int Open)
{
    public int Undecided => Offered + Open;

    public static MoveTally Of(IEnumerable<MoveState> states)
    {
        var by = states.CountBy(s => s).ToDictionary();
        int Count(MoveState state) => by.GetValueOrDefault(state);
        return new(by.Values.Sum(), Count(MoveState.Moved), Count(MoveState.Refunded), Count(MoveState.Offered), Count(MoveState.Open));
    }
}
