using System.ComponentModel.DataAnnotations;
using Kominkan.Privacy.Data;
using Kominkan.Privacy.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Privacy.Pages.Privacy.Staff;

/// <summary>A new rule for one class of data, from a day to come.</summary>
[Authorize(PrivacyModule.Requests)]
internal sealed class RetentionChangeModel(RetentionRules rules, PrivacyDb db, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IRetention Data { get; private set; } = null!;

    public Task<IActionResult?> LoadAsync()
    {
        Data = rules.Classes.FirstOrDefault(c => c.Key == Key)!;
        return Task.FromResult<IActionResult?>(Data is null ? NotFound() : null);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = new() { Months = await rules.MonthsAsync(Data, clock.Today(), HttpContext.RequestAborted), From = clock.Today().AddDays(1) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        db.Rules.Add(new RetentionRule(Key, Input.Months!.Value, Input.From!.Value, clock.Today()));
        await db.SaveChangesAsync();
        Notice.Say(Response, "保存期間を決めました。");
        return Redirect("/staff/privacy/retention");
    }

    public sealed class InputModel
    {
        [Display(Name = "何か月")]
        [Required(ErrorMessage = "月数を入力してください")]
        public int? Months { get; set; }

        [Display(Name = "いつから")]
        [Required(ErrorMessage = "いつからを入力してください")]
        public DateOnly? From { get; set; }
    }
}
