using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One registration: whose, for what, how long, and how often it was used.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class EntitlementOneModel(BookingDb db, IHallDirectory directory, IAudit audit, IGrants grants, TimeProvider clock) : EntitlementPage(db, directory, audit, clock)
{
    public bool MayDecide { get; private set; }

    public int Used { get; private set; }

    protected override async Task LoadMoreAsync()
    {
        MayDecide = !(await grants.HallsWhereAsync(User, BookingModule.EntitlementsPermission)).IsEmpty;
        Used = await Db.Set<HireFee>().Where(f => f.EntitlementId == Id).Select(f => f.HireId).Distinct().CountAsync();
    }
}
