using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>会場の変更: they do not go there, and everything they paid goes back.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MoveDeclineModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, Rehouse rehouse, TimeProvider clock) : MovePage(db, pass, rooms, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await rehouse.RefundAsync(DemandShown());
        Notice.Say(Response, "予約を取り消しました。使用料はかかりません。");
        return Redirect("/hires/mine");
    }
}
