using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
[LimitsGuessing]
internal sealed class ApproveGrantModel(
    AccountsDb db, AccessCache cache, FindPlaces places, FreshProof fresh, IAudit audit, WhoManages who, FirstAccountCode code, ChangeLog changes, TimeProvider clock) : GrantPage(db, cache, places, fresh, audit)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Nobody else could agree: the console's code stands for the second person.</summary>
    public bool IsAlone { get; private set; }

    public string? WhyNot { get; private set; }

    private Account Me { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync()
    {
        var elsewhere = await base.LoadAsync();
        if (elsewhere is null)
        {
            IsAlone = Grant.ProposedBy == User.AccountId() && await who.IsAloneAsync(Grant);
            Me = await Db.Users.SingleAsync(a => a.Id == User.AccountId());
            WhyNot = Grant.WhyNotApprove(Me, IsAlone);
        }

        return elsewhere;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (IsAlone && !code.Accepts(Input.Code))
        {
            throw new RuleBroken("コードが違います。起動した画面の表示を確かめてください。", "Input.Code");
        }

        Grant.Approve(Me, clock.UtcNow(), IsAlone);
        changes.OfAccount(Id, User, $"{Role}を承認" + (IsAlone ? "（ひとりのため起動画面のコードで）" : ""));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "承認しました。すぐに使えます。");
        return Redirect("/staff/grants");
    }

    internal sealed class InputModel
    {
        [Display(Name = "起動画面の承認コード")]
        [StringLength(50)]
        public string? Code { get; set; }
    }
}
