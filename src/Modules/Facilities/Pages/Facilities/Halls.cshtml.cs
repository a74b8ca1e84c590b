using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities;

/// <summary>All halls by ward, with whether they are open today.</summary>
[AllowAnonymous]
[PublicPage("halls")]
internal sealed class HallsModel(Seen seen, TimeProvider clock) : PageModel
{
    public sealed record WardRow(string Name, IReadOnlyList<HallRow> Halls);

    public sealed record HallRow(string No, string Name, Opening Opening, string Address, string? LocatedIn, string? Phone);

    public DateOnly Today { get; private set; }

    public string? Holiday { get; private set; }

    public IReadOnlyList<WardRow> Wards { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = clock.Today();
        Holiday = NationalHolidays.NameOn(Today);
        var snapshot = await seen.GetAsync(cancellation);
        var halls = snapshot.HallsOn(Today);
        var open = halls.All.Count(h => snapshot.OpeningOn(h.Id, OpeningPart.Hall, Today).IsOpen);
        Summary = $"公民館{halls.All.Count(h => h.ParentId is null)}館と分館{halls.All.Count(h => h.ParentId is not null)}館があります。きょうは{open}館が開いています。";
        Wards = [.. snapshot.Wards.Select(w => new WardRow(w.Name, [.. halls.All.Where(h => h.Ward == w.Name).Select(h => Row(h, snapshot))])).Where(w => w.Halls.Count > 0)];
    }

    private HallRow Row(HallRef hall, Snapshot snapshot)
    {
        var details = snapshot.FindHall(hall.Id)!.On(Today)!;
        return new(hall.No, hall.ShortName, snapshot.OpeningOn(hall.Id, OpeningPart.Hall, Today), details.Address, details.LocatedIn, details.Phone);
    }
}
