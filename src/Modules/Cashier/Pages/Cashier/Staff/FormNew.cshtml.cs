using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>A new head and signature of receipts, from a day on.</summary>
[Authorize(CashierModule.FormsPermission)]
internal sealed class FormNewModel(CashierDb db, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (from, today) = (Input.From!.Value, clock.Today());
        if (from < today || from > today.AddYears(10))
        {
            throw new RuleBroken("いつからかは、今日から10年の間の日にしてください。", "Input.From");
        }

        if (await db.Forms.AnyAsync(f => f.ValidFrom == from))
        {
            throw new RuleBroken("同じ日に始まる様式があります。別の日にしてください。", "Input.From");
        }

        db.Forms.Add(ReceiptForm.Set(Input.Title, Input.FormNumber, Input.Issuer, from));
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{from.Long()}からの様式を定めました。");
        return Redirect("/staff/cashier/forms");
    }

    public Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        return Task.FromResult<IActionResult?>(null);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "題名"), StringLength(60)]
        public string Title { get; set; } = "領収書";

        [Required, Display(Name = "様式の番号"), StringLength(60)]
        public string FormNumber { get; set; } = "";

        [Required, Display(Name = "発行する人"), StringLength(60)]
        public string Issuer { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
