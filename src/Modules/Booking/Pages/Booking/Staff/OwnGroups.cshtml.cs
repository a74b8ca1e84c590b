using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The groups the user has said to belong to; nobody else's.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class OwnGroupsModel(BookingDb db) : PageModel
{
    public IReadOnlyList<OwnGroup> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = User.AccountId();
        Rows = await db.OwnGroups.AsNoTracking().Where(o => o.AccountId == me).OrderBy(o => o.LeftOn != null).ThenByDescending(o => o.Id).ToListAsync(cancellation);
    }
}
