using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>当選の返事: what was won becomes a booking.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, ConfirmWin confirm, TimeProvider clock) : HirePage(db, pass, rooms, directory)
{
    /// <summary>The hire that stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Shown is { } shown && shown != Hire.Id)
        {
            throw new RuleBroken("ほかの画面で別の予約を開きました。下の予約を確かめて、もう一度押してください。");
        }

        await confirm.ConfirmAsync(Hire);
        Notice.Say(Response, "部屋の予約が決まりました。");
        return Redirect("/hires/mine");
    }

    protected override Task LoadMoreAsync()
    {
        WhyNot = Hire.WhyNotConfirm(clock.UtcNow());
        return Task.CompletedTask;
    }
}
