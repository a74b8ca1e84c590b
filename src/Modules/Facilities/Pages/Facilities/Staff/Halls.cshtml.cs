using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>The halls the user looks after.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class HallsModel(Seen seen, HallScope scope, IGrants grants, TimeProvider clock) : PageModel
{
    public sealed record Row(string No, string Name, string Ward, Opening Opening, int Rooms, int Closures);

    public DateOnly Today { get; private set; }

    public string? Holiday { get; private set; }

    public IReadOnlyList<Row> Halls { get; private set; } = [];

    public bool MayChangeRules { get; private set; }

    /// <summary>Who looks after a part of the city adds nothing to the whole.</summary>
    public bool MayAdd => scope.IsEverywhere;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = clock.Today();
        Holiday = NationalHolidays.NameOn(Today);
        MayChangeRules = !(await grants.HallsWhereAsync(User, FacilitiesModule.Rules)).IsEmpty;
        var snapshot = await seen.GetAsync(cancellation);
        Halls = [.. snapshot.HallsOn(Today).All.Where(h => scope.Contains(h.Id)).Select(h => new Row(
            h.No,
            h.ShortName,
            h.Ward,
            snapshot.OpeningOn(h.Id, OpeningPart.Hall, Today),
            snapshot.RoomsOn(Today, h.Id).Count,
            snapshot.ClosuresOf(h.Id, new(Today, DateOnly.MaxValue)).Count()))];
    }
}
