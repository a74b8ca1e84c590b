using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One election meeting: who, where, when, what it costs and why, and what the hall answered.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, IGrants grants, TimeProvider clock) : MeetingPage(db, rooms, directory, audit, cashier, clock)
{
    /// <summary>Whether the user may open the cash desk's page about it.</summary>
    public bool MayTake { get; private set; }

    protected override async Task LoadMoreAsync() => MayTake = await grants.HoldsAsync(User, CashierPermissions.Take, Meeting.HallId);
}
