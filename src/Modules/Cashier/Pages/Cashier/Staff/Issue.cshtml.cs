using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>再発行: another paper of the same receipt, which says so.</summary>
[Authorize(CashierModule.Take)]
internal sealed class IssueModel(CashierDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : ReceiptPage(db, directory, audit)
{
    public int Count { get; private set; }

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var issue = new Issue(Receipt, Count + 1, User.Clerk().Name, WhyNot is null ? clock.UtcNow() : throw new RuleBroken(WhyNot));
        Db.Issues.Add(issue);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "再発行しました。印刷してください。");
        return Redirect($"{Home}/sheets/{issue.No}");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Count = await Db.Issues.CountAsync(i => i.ReceiptId == Id);
        WhyNot = Receipt.Kind == ReceiptKind.Reversal ? "取消の記録に領収書はありません。"
            : await Db.Receipts.AnyAsync(r => r.ReversesId == Id) ? "取り消した記録の領収書は出せません。" : null;
        return null;
    }
}
