using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Monthly;

/// <summary>What a subscriber is told of a month: figures beside those of a year ago, what is coming, what is left undone.</summary>
internal sealed class MonthlySummary(NotificationsDb db, IServiceScopeFactory scopes, IHallDirectory halls, SiteInfo site, TimeProvider clock, IMonthlyFigures? figures = null)
{
    private const int MostEvents = 10;

    private readonly Dictionary<(Guid?, string?), Summary> known = [];

    /// <summary>The summary of a hall, a ward or the city; the month's figures are kept for the lines of later months.</summary>
    /// <param name="month">First day of the month it is about.</param>
    /// <param name="keep">Whether the figures are kept; a preview changes nothing.</param>
    public async Task<Summary> OfAsync(DateOnly month, Guid? hallId, string? ward, bool keep, CancellationToken cancellation)
    {
        if (known.TryGetValue((hallId, ward), out var made))
        {
            return made;
        }

        var directory = await halls.GetAsync(cancellation);
        var hall = hallId is { } id ? directory.Find(id) : null;
        var found = figures is null ? [] : await figures.OfMonthAsync(month, hall?.No, ward, cancellation);
        var place = hall is not null ? "館" + hall.No : ward is not null ? "区" + ward : "";
        var past = await PastAsync(place, month, found, keep, cancellation);
        IReadOnlyList<SummaryLine> lines = found.All(f => f.Value is null or 0) ? [] : [.. found.Select(f => new SummaryLine(f, past.GetValueOrDefault(f.Key, [])))];
        var (coming, overdue) = await AheadAsync(hallId is null && ward is null ? HallSet.Everywhere : new HallSet(false, [.. directory.All.Where(h => hall is not null ? h.Id == hall.Id || h.ParentId == hall.Id : h.Ward == ward).Select(h => h.Id)]), cancellation);
        var query = hall is not null ? "?hall=" + hall.No : "";
        return known[(hallId, ward)] = new Summary(new Dictionary<string, MessageValue>
        {
            ["場所"] = hall?.ShortName ?? ward ?? site.City,
            ["月"] = $"{JapaneseEra.YearOf(month)}{month.Month}月",
            ["数字"] = lines.Count == 0 ? "この月に報告する数字はありません。" : string.Join("\n\n", lines.Select(l => l.Text)),
            ["予定"] = coming,
            ["残り"] = overdue,
            ["表"] = $"{site.BaseUrl}/staff/reports/monthly/{month:yyyy-MM}.xlsx{query}",
        }, lines);
    }

    /// <summary>Returns the figures of the place in up to eleven months before it, oldest first.</summary>
    private async Task<Dictionary<string, List<long?>>> PastAsync(string place, DateOnly month, IReadOnlyList<MonthlyFigure> lines, bool keep, CancellationToken cancellation)
    {
        var since = month.AddMonths(-11);
        var kept = await db.Snapshots.AsNoTracking().Where(s => s.Place == place && s.Month >= since && s.Month <= month).OrderBy(s => s.Month).ToListAsync(cancellation);
        if (keep)
        {
            db.Snapshots.AddRange(lines.Where(l => !kept.Exists(k => k.Month == month && k.Key == l.Key)).Select(l => new MonthlySnapshot(place, month, l.Key, l.Value)));
            await db.SaveChangesAsync(cancellation);
        }

        return kept.Where(k => k.Month < month).GroupBy(k => k.Key).ToDictionary(g => g.Key, g => g.Select(k => k.Value).ToList());
    }

    /// <summary>Asks as the staff's own 今日 page does, for the halls of the place.</summary>
    private async Task<(string Coming, string Overdue)> AheadAsync(HallSet where, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().Open(where);
        var (today, events, waiting) = (clock.Today(), new List<string>(), new List<string>());
        var (count, end) = (0, new DateOnly(today.Year, today.Month, 1).AddMonths(1));
        var modules = scope.ServiceProvider.GetServices<IToday>().ToList();
        for (var day = today; day < end; day = day.AddDays(1))
        {
            var found = new List<TodayEvent>();
            foreach (var module in modules)
            {
                found.AddRange(await module.EventsAsync(day, cancellation));
            }

            events.AddRange(found.OrderBy(e => e.From).Take(Math.Max(0, MostEvents - events.Count)).Select(e => $"{day.MonthDay()} {e.From:H:mm} {e.What.Label}"));
            count += found.Count;
        }

        foreach (var module in modules)
        {
            waiting.AddRange((await module.WaitingAsync(today, cancellation)).Where(w => w.Count > 0).Select(w => $"{w.Label}：{w.Count}件"));
        }

        return (count == 0 ? "今月の予定はありません。" : string.Join("\n", events) + (count > events.Count ? $"\nほか{count - events.Count}件" : ""),
            waiting.Count == 0 ? "残っている仕事はありません。" : string.Join("\n", waiting));
    }
}
