using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Pages.Booking.Lotteries;
using Kominkan.Booking.Pages.Booking.Waits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>予約や空き待ちの照会: by receipt number and telephone number, without a password.</summary>
[AllowAnonymous]
[LimitsGuessing("Input.Phone")]
internal sealed class FindModel(BookingDb db, ReceiptPass pass) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var (digits, phone) = (JapaneseText.PhoneKey(Input.Number), JapaneseText.PhoneKey(Input.Phone));
        var number = digits.Length == 8 ? $"{digits[..4]}-{digits[4..]}" : "";
        // A hire without a telephone is looked up at the counter: a number alone can be guessed.
        var id = phone.Length == 0 ? null : await db.Hires.Where(h => h.Number == number && h.PhoneKey == phone).Select(h => (Guid?)h.Id).SingleOrDefaultAsync();
        if (id is null && phone.Length > 0 && await db.Waits.Where(w => w.Number == number && w.PhoneKey == phone).Select(w => (Guid?)w.Id).SingleOrDefaultAsync() is { } wait)
        {
            pass.Give(HttpContext, WaitPage.Cookie, "/waits", wait);
            return Redirect("/waits/mine");
        }

        if (id is null && phone.Length > 0 && await db.LotteryEntries.Where(e => e.Number == number && e.PhoneKey == phone).Select(e => (Guid?)e.Id).SingleOrDefaultAsync() is { } entry)
        {
            pass.Give(HttpContext, EntryPage.Cookie, "/lotteries", entry);
            return Redirect("/lotteries/mine");
        }

        pass.Give(HttpContext, HirePage.Cookie, "/hires", id ?? throw new RuleBroken("受付番号と電話番号に合う予約が見つかりません。番号を確かめてください。", "Input.Number"));
        return Redirect("/hires/mine");
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
