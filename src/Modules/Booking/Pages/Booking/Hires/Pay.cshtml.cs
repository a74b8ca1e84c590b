using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>Sends whoever hired to the company that takes money on the web. It may be slow: outside the transaction.</summary>
[AllowAnonymous]
[OutsideTransaction]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PayModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, ICashier cashier, IPayOnline online) : HirePage(db, pass, rooms, directory)
{
    /// <summary>The hire that stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public Standing? Standing { get; private set; }

    public string? WhyNot { get; private set; }

    /// <summary>Where to pay, once the company knows the order.</summary>
    public Uri? Company { get; private set; }

    public string? Label => online.Label;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if ((Shown is { } shown && shown != Hire.Id ? "ほかの画面で別の予約を開きました。下の予約を確かめて、もう一度押してください。" : WhyNot) is { } why)
        {
            throw new RuleBroken(why);
        }

        // A link and not a redirect: forms of ours may lead nowhere else (form-action).
        Company = await online.BeginAsync(Hire.Id, "/hires/paid", cancellation);
        return Page();
    }

    protected override async Task LoadMoreAsync()
    {
        Standing = (await cashier.StandingAsync([Hire.Id])).GetValueOrDefault(Hire.Id);
        WhyNot = Label is null ? "オンラインでは払えません。館の窓口でお支払いください。" : Standing is not { Balance: > 0 } ? "払う額はありません。" : null;
    }
}
