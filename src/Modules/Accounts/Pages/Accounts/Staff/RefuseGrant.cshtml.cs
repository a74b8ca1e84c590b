using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class RefuseGrantModel(AccountsDb db, AccessCache cache, FindPlaces places, FreshProof fresh, IAudit audit, ChangeLog changes, TimeProvider clock) : GrantPage(db, cache, places, fresh, audit)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Grant.Refuse(User.AccountId()!.Value, Input.Why, clock.UtcNow());
        changes.OfAccount(Id, User, $"{Role}を却下");
        await Db.SaveChangesAsync();
        Notice.Say(Response, "却下しました。");
        return Redirect("/staff/grants");
    }

    internal sealed class InputModel
    {
        [Display(Name = "理由")]
        [StringLength(400)]
        public string Why { get; set; } = "";
    }
}
