using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Looks hires up as they are told at the desk. It is sent as a form, so that no name stands in an address.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireFindModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    public const int Most = 50;

    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Null before anything was looked for.</summary>
    public IReadOnlyList<(RoomHire Hire, string Place)>? Found { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var halls = await directory.GetAsync(cancellation);
        var found = new List<(RoomHire, string)>();
        foreach (var hire in await Wanted(JapaneseText.Clean(Input.Text)).OrderByDescending(h => h.Date).ThenBy(h => h.Id).Take(Most).ToListAsync(cancellation))
        {
            found.Add((hire, $"{halls.NameOf(hire.HallId)} {(await rooms.FindAsync(hire.RoomId, cancellation))?.Name}"));
        }

        Found = found;
        await audit.SawAsync(Act.Search, "部屋の予約をさがす", null, found.Select(f => f.Item1.Id));
        return Page();
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    private IQueryable<RoomHire> Wanted(string text)
    {
        var (key, digits) = (JapaneseText.SearchKey(text), JapaneseText.PhoneKey(text));
        var number = digits.Length == 8 ? $"{digits[..4]}-{digits[4..]}" : text;
        var name = text.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return db.Hires.AsNoTracking().Where(h => h.Number == number || (key != "" && h.KanaKey.StartsWith(key)) || h.Hirer.GroupName.Contains(text)
            || h.Hirer.FamilyName == name || h.Hirer.FamilyName + h.Hirer.GivenName == name || (digits.Length >= 10 && h.PhoneKey == digits));
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "さがすことば"), StringLength(100)]
        public string Text { get; set; } = "";
    }
}
