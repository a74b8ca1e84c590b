using Kominkan.Facilities.Contracts;

namespace Kominkan.Facilities;

/// <summary>きょうの開館 on the front page.</summary>
internal sealed class OpenToday(IHallDirectory halls, IOpeningCalendar calendar, TimeProvider clock) : IHomeSection
{
    public sealed record Row(HallRef Hall, Opening Opening);

    /// <param name="NextOpen">Where every hall is closed: the next day on which one is open.</param>
    public sealed record Model(DateOnly Date, string? Holiday, IReadOnlyList<Row> Halls, DateOnly? NextOpen);

    /// <summary>Longer than any New Year; a city that has closed for good has no next day.</summary>
    private const int DaysSought = 31;

    public int Order => 20;

    public string View => "/Pages/Facilities/_OpenToday.cshtml";

    public async Task<object> LoadAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var all = (await halls.GetAsync(cancellation)).All;
        var rows = new List<Row>();
        foreach (var hall in all)
        {
            rows.Add(new(hall, await calendar.OnAsync(hall.Id, today, cancellation)));
        }

        var next = rows.Count == 0 || rows.Exists(r => r.Opening.IsOpen) ? null : await NextOpenAsync(all, today, cancellation);
        return new Model(today, calendar.HolidayOn(today), rows, next);
    }

    private async Task<DateOnly?> NextOpenAsync(IReadOnlyList<HallRef> all, DateOnly today, CancellationToken cancellation)
    {
        for (var date = today.AddDays(1); date <= today.AddDays(DaysSought); date = date.AddDays(1))
        {
            foreach (var hall in all)
            {
                if ((await calendar.OnAsync(hall.Id, date, cancellation)).IsOpen)
                {
                    return date;
                }
            }
        }

        return null;
    }
}
