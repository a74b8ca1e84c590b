using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities;

/// <summary>One hall: today, the next two weeks, the rules in words, where it is and its rooms.</summary>
[AllowAnonymous]
[PublicPage("halls")]
internal sealed class HallModel(Seen seen, TimeProvider clock) : PageModel
{
    private const int DaysShown = 14;

    /// <summary>How far ahead closures are told.</summary>
    private const int DaysAnnounced = 120;

    public sealed record DayRow(DateOnly Date, string? Holiday, Opening Hall, Opening? Library);

    public sealed record RoomRow(string No, string Name, int Capacity, string Partition);

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string Ward { get; private set; } = "";

    public HallDetails Details { get; private set; } = null!;

    public HallRef? Parent { get; private set; }

    public IReadOnlyList<HallRef> Branches { get; private set; } = [];

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public IReadOnlyList<string> Closures { get; private set; } = [];

    public IReadOnlyList<DayRow> Days { get; private set; } = [];

    public IReadOnlyList<RoomRow> Rooms { get; private set; } = [];

    public bool HasLibrary => Days.Any(d => d.Library is not null);

    public async Task<IActionResult> OnGetAsync(string no, CancellationToken cancellation)
    {
        var today = clock.Today();
        var snapshot = await seen.GetAsync(cancellation);
        var halls = snapshot.HallsOn(today);
        if (halls.FindByNo(no) is not { } hall)
        {
            return NotFound();
        }

        (Name, ShortName, Ward, Details) = (hall.Name, hall.ShortName, hall.Ward, snapshot.FindHall(hall.Id)!.On(today)!);
        Parent = hall.ParentId is { } parent ? halls.Find(parent) : null;
        Branches = [.. halls.All.Where(h => h.ParentId == hall.Id)];
        var rooms = snapshot.MeetingRooms.Where(r => r.HallId == hall.Id && r.IsValidOn(today)).ToList();
        Rooms = [.. rooms.Select(r => new RoomRow(r.No, r.Name, r.Capacity, r.Partition(rooms)))];
        var rule = snapshot.RuleOn(hall.Id, OpeningPart.Hall, today);
        var library = rooms.Exists(r => r.IsLibrary) ? snapshot.RuleOn(hall.Id, OpeningPart.Library, today) : null;
        Sentences = [.. rule?.Sentences() ?? [], .. library?.Sentences() ?? []];
        Closures = [.. snapshot.ClosuresOf(hall.Id, new(today, today.AddDays(DaysAnnounced))).Select(c => c.Sentence())];
        Days = [.. Enumerable.Range(0, DaysShown).Select(today.AddDays).Select(d => new DayRow(
            d,
            NationalHolidays.NameOn(d),
            snapshot.OpeningOn(hall.Id, OpeningPart.Hall, d),
            library is null ? null : snapshot.OpeningOn(hall.Id, OpeningPart.Library, d)))];
        return Page();
    }
}
