using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A page about one registration; one of a hall that is not the user's is not found.</summary>
internal abstract class EntitlementPage(BookingDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Entitlement Entitlement { get; private set; } = null!;

    /// <summary>The rule of today, or the latest there was.</summary>
    public Reduction? Rule { get; private set; }

    /// <summary>Where it was registered.</summary>
    public string Hall { get; private set; } = "";

    /// <summary>Where it holds.</summary>
    public string Where { get; private set; } = "";

    public DateOnly Today { get; } = clock.Today();

    protected BookingDb Db { get; } = db;

    protected string Home => $"/staff/entitlements/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Entitlements.SingleOrDefaultAsync(e => e.Id == Id) is not { } found)
        {
            return NotFound();
        }

        Entitlement = found;
        Rule = (await Db.Reductions.AsNoTracking().Where(r => r.Group == found.Group && r.ValidFrom <= Today).ToListAsync()).Where(r => r.Subject == found.Subject).MaxBy(r => r.ValidFrom);
        var halls = await directory.GetAsync();
        (Hall, Where) = (halls.NameOf(found.HallId), Rule?.HallId is { } hall ? halls.NameOf(hall) : "すべての館");
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "減免の登録", found.HallId, [found.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
