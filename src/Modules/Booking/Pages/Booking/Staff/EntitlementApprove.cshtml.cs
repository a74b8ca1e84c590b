using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Somebody else than who registered it agrees.</summary>
[Authorize(BookingModule.EntitlementsPermission)]
internal sealed class EntitlementApproveModel(BookingDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : EntitlementPage(db, directory, audit, clock)
{
    private readonly DateTime now = clock.UtcNow();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Entitlement.Approve(User.Clerk(), now);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "減免の登録を承認しました。");
        return Redirect(Home);
    }
}
