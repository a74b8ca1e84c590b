using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Waits;

/// <summary>A page about the one wait whose numbers the visitor knew.</summary>
internal abstract class WaitPage(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory) : PageModel, IFormPage
{
    public const string Cookie = "kominkan-wait-receipt";

    /// <summary>What stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public RoomWait Wait { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public string Room { get; private set; } = "";

    protected BookingDb Db { get; } = db;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (pass.Read(HttpContext, Cookie) is not { } id || await Db.Waits.SingleOrDefaultAsync(w => w.Id == id) is not { } wait)
        {
            return Redirect("/hires");
        }

        (Wait, Hall, Room) = (wait, (await directory.GetAsync()).NameOf(wait.HallId), (await rooms.FindAsync(wait.RoomId))?.Name ?? "");
        await LoadMoreAsync();
        return null;
    }

    /// <exception cref="RuleBroken">The form is about another wait.</exception>
    protected void DemandShown() => _ = Shown is { } shown && shown != Wait.Id ? throw new RuleBroken("ほかの画面で別の空き待ちを開きました。下の中身を確かめて、もう一度押してください。") : true;

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
