using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>申込の照会: by receipt number and telephone number, without a password.</summary>
[AllowAnonymous]
[LimitsGuessing("Input.Phone")]
internal sealed class FindModel(CoursesDb db, ReceiptCookie receipt) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var number = JapaneseText.PhoneKey(Input.Number);
        number = number.Length == 8 ? $"{number[..4]}-{number[4..]}" : "";
        var phone = JapaneseText.PhoneKey(Input.Phone);
        // Slips without a telephone are looked up at the counter: a number alone can be guessed.
        var id = phone.Length == 0 ? null : await db.Applications.Where(a => a.ReceiptNumber == number && a.PhoneKey == phone).Select(a => (Guid?)a.Id).SingleOrDefaultAsync();
        receipt.Give(HttpContext, id ?? throw new RuleBroken("受付番号と電話番号に合う申し込みが見つかりません。番号を確かめてください。", "Input.Number"));
        return Redirect("/applications/mine");
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    internal sealed class InputModel
    {
        [Required, Display(Name = "受付番号"), StringLength(40)]
        public string Number { get; set; } = "";

        [Required, Display(Name = "電話番号"), StringLength(40)]
        public string Phone { get; set; } = "";
    }
}
