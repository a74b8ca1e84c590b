using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Kominkan.Host.Pages.Staff;

/// <summary>What happens on a day in the user's halls, of every module, and what waits for somebody.</summary>
[Authorize(Menu.Today)]
internal sealed class TodayModel(IEnumerable<IToday> modules, IGrants grants, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel
{
    /// <summary>With more halls than this, whoever looks after them sees the halls first and then one hall's day.</summary>
    private const int FewHalls = 5;

    private TimeOnly now;

    public DateOnly Date { get; private set; }

    /// <summary>Number of the hall that is looked at, or null for all.</summary>
    public string? Hall { get; private set; }

    public bool IsToday { get; private set; }

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public List<TodayEvent> Events { get; } = [];

    public IEnumerable<TodayEvent> Over => IsToday ? Events.Where(e => e.To <= now) : [];

    public IEnumerable<TodayEvent> Ahead => Events.Except(Over);

    public List<WaitingWork> Waiting { get; } = [];

    /// <summary>The day by hall, for whoever sees many; empty where the events themselves are listed.</summary>
    public IReadOnlyList<HallDay> ByHall { get; private set; } = [];

    /// <summary>Names halls where more than one is shown; null otherwise.</summary>
    public Func<Guid, string>? HallName { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "date")] string? date, [FromQuery(Name = "hall")] string? hall, CancellationToken cancellation)
    {
        var today = clock.Today();
        now = TimeOnly.FromDateTime(clock.UtcNow().InJapan());
        Date = JapaneseEra.TryParse(date) ?? today;
        IsToday = Date == today;
        var halls = await directory.GetAsync(cancellation);
        Halls = [.. halls.All.Where(h => scope.Contains(h.Id))];
        var one = Halls.FirstOrDefault(h => h.No == hall);
        Hall = one?.No;
        HallName = Halls.Count > 1 && one is null ? halls.NameOf : null;
        var events = new List<TodayEvent>();
        foreach (var module in modules)
        {
            foreach (var e in await module.EventsAsync(Date, cancellation))
            {
                events.Add(await e.ForAsync(User, grants));
            }

            foreach (var work in await module.WaitingAsync(today, cancellation))
            {
                if (work.Count > 0 && !(await grants.HallsWhereAsync(User, work.Permission)).IsEmpty)
                {
                    Waiting.Add(work);
                }
            }
        }

        Events.AddRange(events.Where(e => one is null || e.HallId == one.Id).OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.What.Label, StringComparer.Ordinal));
        ByHall = one is not null || Halls.Count <= FewHalls ? []
            : [.. Halls.Select(h => new HallDay(h, Events.Count(e => e.HallId == h.Id), Ahead.FirstOrDefault(e => e.HallId == h.Id))).Where(d => d.Events > 0)];
    }

    /// <summary>This page so many days away, of the same hall or of another; null is today.</summary>
    public string Day(int? days, string? hall = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["date"] = days is { } d && (d != 0 || !IsToday) ? Date.AddDays(d).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
            ["hall"] = hall ?? Hall,
        };
        return QueryHelpers.AddQueryString("/staff", query.Where(q => q.Value is not null));
    }
}

/// <param name="Next">What is on or comes next there; null when the day is over.</param>
internal sealed record HallDay(HallRef Hall, int Events, TodayEvent? Next);

/// <param name="HallName">Names an event's hall; null when there is only one.</param>
internal sealed record EventList(string Caption, IEnumerable<TodayEvent> Events, Func<Guid, string>? HallName);
