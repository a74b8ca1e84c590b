using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Pages.Booking.Hires;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Waits;

/// <summary>空いた部屋のご案内: take the time that is kept.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WaitOfferModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, WaitingList waits, TimeProvider clock) : WaitPage(db, pass, rooms, directory)
{
    private readonly ReceiptPass pass = pass;

    public string? WhyNot { get; private set; }

    public IReadOnlyList<FeeLine>? Lines { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        DemandShown();
        var hire = await waits.AcceptAsync(Wait);
        pass.Give(HttpContext, HirePage.Cookie, "/hires", hire.Id);
        Notice.Say(Response, $"予約を受け付けました。予約の受付番号は{hire.Number}です。");
        return Redirect("/hires/mine");
    }

    protected override async Task LoadMoreAsync()
    {
        WhyNot = Wait.WhyNotAccept(clock.UtcNow());
        Lines = await waits.FeeAsync(Wait);
    }
}
