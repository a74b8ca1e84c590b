using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One block: where, when and why, and who may do what about it.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : BlockPage(db, rooms, directory, clock);
