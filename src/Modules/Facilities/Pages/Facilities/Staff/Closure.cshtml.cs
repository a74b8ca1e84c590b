using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>A closure, and what every module has planned in the hall on its days: somebody must move it or call it off.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class ClosureModel(FacilitiesDb db, IEnumerable<IToday> modules, IGrants grants, HallScope scope, TimeProvider clock) : PageModel
{
    /// <summary>Days looked at on one page: a closure for works lasts a year.</summary>
    private const int DaysShown = 31;

    [FromRoute]
    public string No { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public string HallName { get; private set; } = "";

    public string Days { get; private set; } = "";

    public string Where { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Status Status { get; private set; } = new("", Tone.Off);

    public bool MayWithdraw { get; private set; }

    public bool IsLibraryOnly { get; private set; }

    /// <summary>The days that are looked at; none are left where the last is before the first.</summary>
    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public DateOnly? Next { get; private set; }

    public IReadOnlyList<(DateOnly Date, TodayEvent Event)> Planned { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "from")] string? from, CancellationToken cancellation)
    {
        var hall = await db.HallByNoAsync(No);
        if (hall is null || await db.Closures.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id && (c.HallId == hall.Id || c.HallId == null), cancellation) is not { } closure)
        {
            return NotFound();
        }

        var today = clock.Today();
        (HallName, Days, Reason, Status) = (hall.NameOn(today), closure.Days(), closure.Reason, closure.StatusOn(today));
        (MayWithdraw, IsLibraryOnly) = (closure.WhyNotWithdraw(today, scope) is null, closure.Part == OpeningPart.Library);
        Where = closure.HallId is null ? "すべての館" : HallName + (IsLibraryOnly ? "の図書室" : "");
        var start = closure.From > today ? closure.From : today;
        First = JapaneseEra.TryParse(from) is { } asked && asked > start && asked <= closure.To ? asked : start;
        Last = closure.To.DayNumber - First.DayNumber < DaysShown ? closure.To : First.AddDays(DaysShown - 1);
        Next = Last < closure.To ? Last.AddDays(1) : null;
        Planned = IsLibraryOnly ? [] : await PlannedAsync(hall.Id, cancellation);
        return Page();
    }

    /// <summary>What was called off already is nobody's trouble any more.</summary>
    private async Task<List<(DateOnly, TodayEvent)>> PlannedAsync(Guid hall, CancellationToken cancellation)
    {
        var planned = new List<(DateOnly Date, TodayEvent Event)>();
        // Counted, for after the last day of the calendar there is none.
        for (var n = 0; n <= Last.DayNumber - First.DayNumber; n++)
        {
            var date = First.AddDays(n);
            foreach (var module in modules)
            {
                foreach (var e in (await module.EventsAsync(date, cancellation)).Where(e => e.HallId == hall && e.Status.Tone != Tone.Bad))
                {
                    planned.Add((date, await e.ForAsync(User, grants)));
                }
            }
        }

        return [.. planned.OrderBy(p => p.Date).ThenBy(p => p.Event.From).ThenBy(p => p.Event.What.Label, StringComparer.Ordinal)];
    }
}
