using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The group is no more what it was registered as, or nobody approves it.</summary>
[Authorize(BookingModule.EntitlementsPermission)]
internal sealed class EntitlementEndModel(BookingDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : EntitlementPage(db, directory, audit, clock)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Entitlement.End(Input.LastDay, Input.Reason, User.Clerk());
        await Db.SaveChangesAsync();
        Notice.Say(Response, "減免の登録を終えました。");
        return Redirect(Home);
    }

    protected override Task LoadMoreAsync()
    {
        Input.LastDay ??= Today > Entitlement.To ? Entitlement.To : Today;
        return Task.CompletedTask;
    }

    public sealed class InputModel
    {
        [Display(Name = "終わりの日")]
        public DateOnly? LastDay { get; set; }

        [Required, Display(Name = "理由"), StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
