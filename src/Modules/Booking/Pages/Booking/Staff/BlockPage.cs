using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A page about one block of the user's halls.</summary>
internal abstract class BlockPage(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public RoomBlock Block { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public DateTime Now { get; } = clock.UtcNow();

    protected BookingDb Db { get; } = db;

    protected IRooms Rooms { get; } = rooms;

    protected string Home => $"/staff/room-blocks/{Id}";

    public string? WhyNotAnswer => Block.WhyNotAnswer(User.AccountId(), Now);

    public bool MayWithdraw => Block.State == BlockState.Approved || Block.IsWaiting(Now);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Blocks.SingleOrDefaultAsync(b => b.Id == Id) is not { } block)
        {
            return NotFound();
        }

        (Block, Place) = (block, $"{(await directory.GetAsync()).NameOf(block.HallId)}　{(await Rooms.FindAsync(block.RoomId))?.Name}");
        return null;
    }

    /// <summary>The room as it is taken for the block; null when the deadline is over and it was given back.</summary>
    protected Task<Occupancy?> TakenAsync() => Db.Occupancies.SingleOrDefaultAsync(o => o.Subject == Id && o.ReleasedAt == null);
}
