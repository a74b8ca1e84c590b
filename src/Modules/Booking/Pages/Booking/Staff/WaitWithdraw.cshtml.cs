using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Takes somebody off the list who says so at the desk.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class StaffWaitWithdrawModel(BookingDb db, WaitingList waits, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffWaitPage(db, waits, rooms, directory, audit, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await List.WithdrawAsync(Wait);
        Notice.Say(Response, "空き待ちを取り消しました。");
        return Redirect(Home);
    }
}
