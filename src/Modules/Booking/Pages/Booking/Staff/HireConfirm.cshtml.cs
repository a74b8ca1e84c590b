using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who won in a draw says at the desk that they use the room.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireConfirmModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ConfirmWin confirm, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public string? WhyNot => Hire.WhyNotConfirm(clock.UtcNow());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await confirm.ConfirmAsync(Hire);
        Notice.Say(Response, "部屋の予約が決まりました。");
        return Redirect(Home);
    }
}
