using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One entry in a draw: wishes, how to reach the group, what came of it.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class LotteryEntryOneModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffEntryPage(db, rooms, directory, audit, clock);
