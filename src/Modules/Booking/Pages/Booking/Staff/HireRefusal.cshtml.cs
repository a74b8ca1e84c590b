using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>不許可決定通知書 on A4, as it was decided: reason, article, and how to appeal.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireRefusalModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public DateTime Issued { get; } = clock.UtcNow();

    protected override Act Act => Act.Print;
}
