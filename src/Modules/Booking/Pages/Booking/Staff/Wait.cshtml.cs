using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One who waits for a room: for which time, how to reach them, what can be done.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class WaitModel(BookingDb db, WaitingList waits, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffWaitPage(db, waits, rooms, directory, audit, clock);
