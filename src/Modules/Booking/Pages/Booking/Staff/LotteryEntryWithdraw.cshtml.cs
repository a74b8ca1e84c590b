using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Takes a group out of a draw that says so at the desk, while entries are taken.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class LotteryEntryWithdrawModel(BookingDb db, EnterLottery enter, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffEntryPage(db, rooms, directory, audit, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await enter.WithdrawAsync(Id);
        Notice.Say(Response, "抽選の申し込みを取り消しました。");
        return Redirect($"/staff/lottery-entries/{Id}");
    }
}
