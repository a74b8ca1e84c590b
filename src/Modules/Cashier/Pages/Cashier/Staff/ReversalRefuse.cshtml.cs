using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Somebody else than who asked says no: the receipt stands.</summary>
[Authorize(CashierModule.Approve)]
internal sealed class ReversalRefuseModel(CashierDb db, IHallDirectory directory, TimeProvider clock) : ReversalPage(db, directory)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Reversal.Refuse(Input.Reason, User.Clerk().Id, User.Clerk().Name, clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, "取消を却下しました。");
        return Redirect("/staff/cashier/reversals");
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "却下の理由"), StringLength(Reversal.LongestReason)]
        public string Reason { get; set; } = "";
    }
}
