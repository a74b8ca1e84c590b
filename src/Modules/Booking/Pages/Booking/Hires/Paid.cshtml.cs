using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>Back from the company that takes money: asks it what became of the order. Pressed again it books nothing twice.</summary>
[AllowAnonymous]
[OutsideTransaction]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PaidModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, ICashier cashier, IPayOnline online) : HirePage(db, pass, rooms, directory)
{
    public Standing? Standing { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var now = await online.SettleAsync(Hire.Id, cancellation);
        Notice.Say(Response, now is { Balance: <= 0 } ? "支払いを確かめました。ありがとうございます。" : "支払いはまだ確かめられません。");
        return Redirect(now is { Balance: <= 0 } ? "/hires/mine" : "/hires/paid");
    }

    protected override async Task LoadMoreAsync() => Standing = (await cashier.StandingAsync([Hire.Id])).GetValueOrDefault(Hire.Id);
}
