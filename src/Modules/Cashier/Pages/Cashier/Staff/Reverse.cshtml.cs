using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Who sees a mistake asks for its reversal; somebody else agrees.</summary>
[Authorize(CashierModule.Take)]
internal sealed class ReverseModel(CashierDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : ReceiptPage(db, directory, audit)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (WhyNot is not null)
        {
            throw new RuleBroken(WhyNot);
        }

        Db.Reversals.Add(Reversal.Ask(Receipt, Input.Reason, User.Clerk().Id, User.Clerk().Name, clock.UtcNow()));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "取消を申請しました。館長か本部の承認を待ちます。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        WhyNot = Receipt.Kind == ReceiptKind.Reversal ? "取消の記録は、もう取り消せません。"
            : await Db.Receipts.AnyAsync(r => r.ReversesId == Id) ? "この記録は、もう取り消されています。"
            : await Db.Reversals.AnyAsync(r => r.Waiting == Id) ? "取消はもう申請されています。承認を待ってください。" : null;
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "理由"), StringLength(Reversal.LongestReason)]
        public string Reason { get; set; } = "";
    }
}
