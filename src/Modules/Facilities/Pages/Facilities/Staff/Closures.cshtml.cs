using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>Days a hall is closed besides those of the rules, with those of the whole city; the newest first, a year back.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class ClosuresModel(FacilitiesDb db, HallScope scope, TimeProvider clock) : PageModel
{
    public sealed record Row(Guid Id, string Days, string Where, string Kind, string Reason, Status Status, bool MayWithdraw);

    [FromRoute]
    public string No { get; set; } = "";

    public string HallName { get; private set; } = "";

    public IReadOnlyList<Row> Closures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var today = clock.Today();
        HallName = hall.NameOn(today);
        var since = today.AddYears(-1);
        var closures = await db.Closures.AsNoTracking().Where(c => (c.HallId == hall.Id || c.HallId == null) && c.To >= since).OrderByDescending(c => c.From).ThenBy(c => c.Id).ToListAsync();
        Closures = [.. closures.Select(c => new Row(
            c.Id,
            c.Days(),
            c.HallId is null ? "全館" : c.Part == OpeningPart.Library ? "図書室だけ" : "館全体",
            c.Kind.Label(),
            c.Reason,
            c.StatusOn(today),
            c.WhyNotWithdraw(today, scope) is null))];
        return Page();
    }
}
