using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>許可書の確認: whoever holds the paper sees whether it still holds; no names, and not the number that opens the booking.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PermitModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public RoomHire Hire { get; private set; } = null!;

    public HirePermit Permit { get; private set; } = null!;

    public PermitStanding Standing { get; private set; }

    public string Hall { get; private set; } = "";

    public string Room { get; private set; } = "";

    public string Sentence => Standing switch
    {
        PermitStanding.Valid => "この許可書は、いま有効です。",
        PermitStanding.Cancelled => "この予約は取り消されています。許可書は使えません。",
        PermitStanding.Over => "利用の時間が終わっています。",
        _ when Permit.Version < Hire.PermitVersion => $"この許可書は第{Hire.PermitVersion}版に変わりました。新しい許可書を使ってください。",
        _ => "予約の内容が変わりました。館で新しい許可書を受け取ってください。",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Permits.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Code, cancellation) is not { } permit
            || await db.Hires.IgnoreQueryFilters().AsNoTracking().Include(h => h.Fees).SingleOrDefaultAsync(h => h.Id == permit.HireId, cancellation) is not { } hire)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex";
        (Hire, Permit, Standing) = (hire, permit, hire.StandingOf(permit, clock.UtcNow()));
        (Hall, Room) = ((await directory.GetAsync(cancellation)).NameOf(hire.HallId), (await rooms.FindAsync(hire.RoomId, cancellation))?.Name ?? "");
        return Page();
    }
}
