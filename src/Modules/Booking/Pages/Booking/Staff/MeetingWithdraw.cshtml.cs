using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The candidate does not hold the meeting after all.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingWithdrawModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, TakeMeeting take, TimeProvider clock) : MeetingPage(db, rooms, directory, audit, cashier, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await take.WithdrawAsync(Meeting);
        Notice.Say(Response, "個人演説会を取り下げました。部屋を空けました。");
        return Redirect(Home);
    }
}
