using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>What the rooms of one hall cost, cost before and will cost.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class PricesModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public HallRef? Hall { get; private set; }

    public IReadOnlyList<RuleRow> Rows { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(string? hall, CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        Hall = (hall is null ? null : Halls.FindByNo(hall)) ?? (Halls.All is [var first, ..] ? first : null);
        var id = Hall?.Id;
        var named = new List<(string Room, string No, RoomPrice Price)>();
        foreach (var price in await db.Prices.AsNoTracking().Where(p => p.HallId == id).ToListAsync(cancellation))
        {
            var room = await rooms.FindAsync(price.RoomId, cancellation);
            named.Add((room?.Name ?? "－", room?.No ?? "", price));
        }

        Rows = [.. named.OrderBy(n => n.No, StringComparer.Ordinal).ThenBy(n => n.Price.Bands == RoomPrice.Hour).ThenBy(n => n.Price.Bands.Length).ThenBy(n => n.Price.Bands, StringComparer.Ordinal)
            .ThenByDescending(n => n.Price.ValidFrom).Select(n => RuleRow.Of(n.Price, Halls, n.Room))];
    }
}
