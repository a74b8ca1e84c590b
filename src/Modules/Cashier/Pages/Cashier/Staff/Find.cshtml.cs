using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Looks bills up as they are told at the desk. It is sent as a form, so that no name stands in an address.</summary>
[Authorize(CashierModule.Take)]
internal sealed class FindModel(CashierDb db, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    public const int Most = 50;

    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Null before anything was looked for.</summary>
    public IReadOnlyList<Bill>? Found { get; private set; }

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        Found = await Wanted(JapaneseText.Clean(Input.Text)).OrderByDescending(b => b.Day).ThenBy(b => b.Id).Take(Most).ToListAsync(cancellation);
        await audit.SawAsync(Act.Search, "請求をさがす", null, Found.Select(b => b.Id));
        return Page();
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    private IQueryable<Bill> Wanted(string text)
    {
        var digits = JapaneseText.PhoneKey(text);
        var number = digits.Length == 8 ? $"{digits[..4]}-{digits[4..]}" : text;
        var bills = db.Bills.AsNoTracking();
        // 1-26-00012, and of a branch 17-1-26-00012.
        if (JapaneseText.Narrow(text).Split('-') is [.. var hall, { Length: 2 } year, { Length: 5 } serial] && int.TryParse(year, out var y) && int.TryParse(serial, out var n) && Halls.FindByNo(string.Join('-', hall)) is { } known)
        {
            return bills.Where(b => db.Receipts.Any(r => r.BillId == b.Id && r.HallId == known.Id && r.FiscalYear % 100 == y && r.Serial == n));
        }

        return bills.Where(b => b.Number == number || b.Payer.Contains(text));
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "さがすことば"), StringLength(100)]
        public string Text { get; set; } = "";
    }
}
