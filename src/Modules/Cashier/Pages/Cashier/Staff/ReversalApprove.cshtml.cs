using Kominkan.Cashier.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Somebody else than who asked agrees: the opposite receipt is written.</summary>
[Authorize(CashierModule.Approve)]
internal sealed class ReversalApproveModel(CashierDb db, TakeMoney take, IHallDirectory directory) : ReversalPage(db, directory)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var receipt = await take.ReverseAsync(Reversal, User.Clerk());
        Notice.Say(Response, $"取消を承認しました。{Wording.Signed(receipt.Yen)}の記録を加えました。");
        return Redirect("/staff/cashier/reversals");
    }
}
