using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who was called says no, or there is no room: cancelled by the hall, without costs.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MoveRefundModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, Rehouse rehouse, TimeProvider clock) : StaffMovePage(db, rooms, directory, audit, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await rehouse.RefundAsync(Moving);
        Notice.Say(Response, "予約を取り消しました。払った分は収納から返してください。");
        return Redirect(Home);
    }
}
