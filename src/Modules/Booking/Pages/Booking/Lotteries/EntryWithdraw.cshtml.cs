using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>抽選の申し込みの取消: until the draw is closed.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EntryWithdrawModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, EnterLottery enter, TimeProvider clock) : EntryPage(db, pass, rooms, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        DemandShown();
        await enter.WithdrawAsync(Entry.Id);
        Notice.Say(Response, "抽選の申し込みを取り消しました。");
        return Redirect("/lotteries/mine");
    }
}
