using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who was called says yes: the hire goes where the room is kept.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MoveAcceptModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, Rehouse rehouse, TimeProvider clock) : StaffMovePage(db, rooms, directory, audit, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await rehouse.AcceptAsync(Moving);
        Notice.Say(Response, "予約を新しい部屋に移しました。");
        return Redirect(Home);
    }
}
