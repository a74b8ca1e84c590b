using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Waits;

/// <summary>空き待ちの取消: somebody else comes nearer.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WaitWithdrawModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, WaitingList waits) : WaitPage(db, pass, rooms, directory)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        DemandShown();
        await waits.WithdrawAsync(Wait);
        Notice.Say(Response, "空き待ちを取り消しました。");
        return Redirect("/waits/mine");
    }
}
