using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One hire: who, what it costs and why, where it stands, what can be done.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public DateTime Now { get; } = clock.UtcNow();
}
