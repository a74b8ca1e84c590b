using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>会場の変更: take the room that is kept elsewhere.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MoveModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, Rehouse rehouse, TimeProvider clock) : MovePage(db, pass, rooms, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await rehouse.AcceptAsync(DemandShown());
        Notice.Say(Response, "新しい部屋に移りました。");
        return Redirect("/hires/mine");
    }
}
