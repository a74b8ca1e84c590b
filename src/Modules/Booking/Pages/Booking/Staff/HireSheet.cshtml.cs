using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>利用許可書 on A4, any of its versions, by the form that was valid when it was permitted.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireSheetModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, SiteInfo site, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    /// <summary>An earlier version; the last one when left out.</summary>
    [BindProperty(SupportsGet = true)] public int? Version { get; set; }

    /// <summary>The version that is shown; null where there is none.</summary>
    public HirePermit? Permit { get; private set; }

    public PermitStanding Standing { get; private set; }

    public string RoomName { get; private set; } = "";

    public HtmlString Qr { get; private set; } = HtmlString.Empty;

    public PermitForm? Form { get; private set; }

    public string WhyNone => Hire switch
    {
        { PermitVersion: > 0 } => "この版の許可書はありません。",
        { State: HireState.Refused } => "不許可にした予約です。許可書はありません。",
        { State: HireState.Cancelled } => "取り消した予約です。許可書はありません。",
        _ => "まだ許可していません。許可すると印刷できます。",
    };

    public DateTime Issued { get; } = clock.UtcNow();

    protected override Act Act => Act.Print;

    protected override async Task LoadMoreAsync()
    {
        Permit = Hire.Permits.Where(p => Version is null || p.Version == Version).MaxBy(p => p.Version);
        if (Permit is null)
        {
            return;
        }

        (Standing, RoomName) = (Hire.StandingOf(Permit, Issued), (await Rooms.FindAsync(Permit.RoomId))?.Name ?? "");
        Qr = QrPicture.Of($"{site.BaseUrl}/permits/{Permit.Code}", "この許可書がいまも有効かを確かめるQRコード");
        var day = DateOnly.FromDateTime(Permit.At.InJapan());
        Form = await Db.PermitForms.AsNoTracking().SingleOrDefaultAsync(f => f.ValidFrom <= day && (f.ValidTo == null || f.ValidTo >= day));
    }
}
