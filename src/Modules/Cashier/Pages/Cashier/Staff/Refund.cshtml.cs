using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>還付: what was paid too much goes back, all of it, and the slip to sign is printed next.</summary>
[Authorize(CashierModule.Take)]
internal sealed class RefundModel(CashierDb db, TakeMoney take, IHallDirectory directory, IAudit audit) : BillPage(db, take, directory, audit)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Input.Shown is { } shown && shown != Bill.Version)
        {
            throw new RuleBroken("画面を開いたあとに請求か支払いが変わりました。額を確かめて、もう一度押してください。");
        }

        var writing = await Money.ByAsync(User.Clerk(), Bill.HallId, Input.Method) with { Payer = Input.Payer, Reason = Input.Reason };
        var receipt = Bill.GiveBack(writing);
        await Money.KeepAsync(receipt);
        Notice.Say(Response, $"{Wording.Yen(-receipt.Yen)}を返しました。受領書に名前を書いてもらってください。");
        return Redirect($"/staff/cashier/receipts/{receipt.Id}/sheets/1");
    }

    protected override Task LoadMoreAsync()
    {
        if (Request.Method == "GET")
        {
            Input = new InputModel { Payer = Bill.Payer };
        }

        return Task.CompletedTask;
    }

    public sealed class InputModel
    {
        /// <summary>The bill as it stood on the page.</summary>
        public int? Shown { get; set; }

        [Display(Name = "返す方法")]
        public Method Method { get; set; }

        [Required, Display(Name = "受け取る方"), StringLength(Receipt.LongestPayer)]
        public string Payer { get; set; } = "";

        [Required, Display(Name = "理由"), StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
