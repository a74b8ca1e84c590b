using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>Every opening rule there is or was, the city's first.</summary>
[Authorize(FacilitiesModule.Rules)]
internal sealed class OpeningRulesModel(FacilitiesDb db, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public sealed record Row(Guid Id, string Where, DateOnly From, DateOnly? To, IReadOnlyList<string> Sentences, Status Status, bool MayEnd);

    public IReadOnlyList<Row> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (today, halls) = (clock.Today(), await directory.GetAsync(cancellation));
        var rules = await db.OpeningRules.AsNoTracking().ToListAsync(cancellation);
        var order = halls.All.Select((h, i) => (h.Id, i)).ToDictionary(h => h.Id, h => h.i);
        Rules = [.. rules.OrderBy(r => r.HallId is { } id ? order.GetValueOrDefault(id, int.MaxValue) : -1).ThenBy(r => r.Part).ThenByDescending(r => r.ValidFrom)
            .Select(r => new Row(r.Id, r.Where(halls), r.ValidFrom, r.ValidTo, [.. r.Sentences()], r.StatusOn(today), r.ValidTo is null || r.ValidTo >= today))];
    }
}
