using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Looks a registration up. It is sent as a form, so that no name stands in an address.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class EntitlementFindModel(BookingDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    public const int Most = 50;

    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Null before anything was looked for.</summary>
    public IReadOnlyList<Entitlement>? Found { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var text = JapaneseText.Clean(Input.Text);
        var (key, digits) = (JapaneseText.SearchKey(text), JapaneseText.PhoneKey(text));
        var number = digits.Length == 8 ? $"{digits[..4]}-{digits[4..]}" : text;
        var party = Party.KeyOf(UserClass.Group, new Hirer { GroupName = text });
        Found = await db.Entitlements.AsNoTracking().Where(e => e.Number == number || (key != "" && e.KanaKey.StartsWith(key)) || e.Hirer.GroupName.Contains(text) || (party != "" && e.PartyKey == party) || (digits.Length >= 10 && e.PhoneKey == digits))
            .OrderByDescending(e => e.Id).Take(Most).ToListAsync(cancellation);
        await audit.SawAsync(Act.Search, "減免の登録をさがす", null, Found.Select(e => e.Id));
        return Page();
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public sealed class InputModel
    {
        [Required, Display(Name = "さがすことば"), StringLength(100)]
        public string Text { get; set; } = "";
    }
}
