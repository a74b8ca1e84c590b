using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>利用許可書 on A4, by the form that was valid when it was permitted.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireSheetModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public PermitForm? Form { get; private set; }

    public DateTime Issued { get; } = clock.UtcNow();

    protected override Act Act => Act.Print;

    protected override async Task LoadMoreAsync()
    {
        var day = DateOnly.FromDateTime((Hire.PermittedAt ?? Issued).InJapan());
        Form = await Db.PermitForms.AsNoTracking().SingleOrDefaultAsync(f => f.ValidFrom <= day && (f.ValidTo == null || f.ValidTo >= day));
    }
}
