using Kominkan.Facilities.Contracts;

namespace Kominkan.Facilities;

/// <summary>きょうの開館 on the front page.</summary>
internal sealed class OpenToday(IHallDirectory halls, IOpeningCalendar calendar, TimeProvider clock) : IHomeSection
{
    public sealed record Row(HallRef Hall, Opening Opening);

    public sealed record Model(DateOnly Date, string? Holiday, IReadOnlyList<Row> Halls);

    public int Order => 20;

    public string View => "/Pages/Facilities/_OpenToday.cshtml";

    public async Task<object> LoadAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var rows = new List<Row>();
        foreach (var hall in (await halls.GetAsync(cancellation)).All)
        {
            rows.Add(new(hall, await calendar.OnAsync(hall.Id, today, cancellation)));
        }

        return new Model(today, calendar.HolidayOn(today), rows);
    }
}
