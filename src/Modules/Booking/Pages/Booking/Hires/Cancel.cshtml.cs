using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>予約の取消: what it costs is said before.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CancelModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, GiveBack giveBack, OpenPoints points, TimeProvider clock) : HirePage(db, pass, rooms, directory)
{
    /// <summary>The hire that stood on the page: another tab may have opened another one since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public string? WhyNot { get; private set; }

    public Owing Owing { get; private set; } = null!;

    /// <summary>What giving it back so late counts; null for most.</summary>
    public PointRule? Late { get; private set; }

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

        await giveBack.CancelAsync(Hire, "利用者の都合", byHall: false, byStaff: false);
        Notice.Say(Response, "部屋の予約を取り消しました。");
        return Redirect("/hires/mine");
    }

    protected override async Task LoadMoreAsync() => (WhyNot, Owing, Late) = (Hire.WhyNotCancel(clock.UtcNow(), byStaff: false), await giveBack.OwingAsync(Hire), await points.LateAsync(Hire));
}
