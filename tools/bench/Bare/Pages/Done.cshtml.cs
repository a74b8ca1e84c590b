using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed class DoneModel(BareDb db) : PageModel
{
    public Booking Booking { get; private set; } = null!;

    public async Task OnGetAsync(Guid booking) => Booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking);
}
