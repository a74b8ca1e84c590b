using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The circle does not want its year after all; nothing was taken.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class SeasonWithdrawModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : SeasonPage(db, rooms, directory, audit)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Season.Withdraw();
        await Db.SaveChangesAsync();
        Notice.Say(Response, "年間の予約を取り下げました。");
        return Redirect($"/staff/seasons/{Id}");
    }
}
