using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One belongs to the group no more. Somebody else's word is not found.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class OwnGroupLeaveModel(BookingDb db, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public OwnGroup Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Own.Leave(clock.Today());
        await db.SaveChangesAsync();
        Notice.Say(Response, "届を終えました。");
        return Redirect("/staff/own-groups");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var me = User.AccountId();
        if (await db.OwnGroups.SingleOrDefaultAsync(o => o.Id == Id && o.AccountId == me) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        return null;
    }
}
