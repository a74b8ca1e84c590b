using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>収納: money comes in, and the receipt is printed on the page that follows. Pressed twice it is one.</summary>
[Authorize(CashierModule.Take)]
internal sealed class PayModel(CashierDb db, TakeMoney take, IHallDirectory directory, IAudit audit) : BillPage(db, take, directory, audit)
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

        var writing = await Money.ByAsync(User.Clerk(), Bill.HallId, Input.Method) with { Payer = Input.Payer, Purpose = Input.Purpose };
        var receipt = Bill.Take(Input.Yen!.Value, writing);
        var change = Input.Handed - receipt.Yen;
        if (change < 0)
        {
            throw new RuleBroken($"お預かりが{Wording.Yen(-change.Value)}足りません。", "Input.Handed");
        }

        await Money.KeepAsync(receipt);
        Notice.Say(Response, change > 0 ? $"{Wording.Yen(receipt.Yen)}を受け取りました。おつりは{Wording.Yen(change.Value)}です。" : $"{Wording.Yen(receipt.Yen)}を受け取りました。");
        return Redirect($"/staff/cashier/receipts/{receipt.Id}/sheets/1");
    }

    protected override Task LoadMoreAsync()
    {
        if (Request.Method == "GET")
        {
            Input = new InputModel { Yen = Bill.Balance, Payer = Bill.Payer, Purpose = Bill.Title };
        }

        return Task.CompletedTask;
    }

    public sealed class InputModel
    {
        /// <summary>The bill as it stood on the page.</summary>
        public int? Shown { get; set; }

        [Display(Name = "支払いの方法")]
        public Method Method { get; set; }

        [Required, Display(Name = "受け取る額")]
        public int? Yen { get; set; }

        [Display(Name = "お預かり"), Range(0, 100_000_000, ErrorMessage = "お預かりは0円以上で入力してください")]
        public int? Handed { get; set; }

        [Required, Display(Name = "宛名"), StringLength(Receipt.LongestPayer)]
        public string Payer { get; set; } = "";

        [Required, Display(Name = "但し書"), StringLength(Receipt.LongestPurpose)]
        public string Purpose { get; set; } = "";
    }
}
