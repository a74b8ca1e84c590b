using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What hires count: permits to use a room, and who came (延べ). A permit that was cancelled is none.</summary>
internal sealed class BookingFigures(BookingDb db, IRooms rooms) : IFigures
{
    public const string Permits = "hire.permits";
    public const string Users = "hire.users";

    /// <summary>Stands for the program type, so that a definition can tell hires by the hour from those by bands.</summary>
    private const string Program = "room-hire";

    public IReadOnlyList<Measure> Measures { get; } = [new(Permits, "一般貸館の使用許可", "件"), new(Users, "一般貸館の利用者（延べ）", "人")];

    public IReadOnlyList<string> ProgramKeys { get; } = [Program];

    public async IAsyncEnumerable<Figure> InPeriodAsync(Period period, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var breakdowns = new Dictionary<(string Bands, string? Age), Breakdown>();
        Breakdown Of(string bands, string? age = null) =>
            breakdowns.TryGetValue((bands, age), out var known) ? known : breakdowns[(bands, age)] = new Breakdown(Program, bands.Length == 0 ? [] : [bands], AgeBand: age);
        await foreach (var h in db.Hires.AsNoTracking().Where(h => h.Date >= period.From && h.Date <= period.To && (h.State == HireState.Permitted || h.State == HireState.Used))
            .Select(h => new { h.Id, h.HallId, h.Date, h.Bands, h.Came, Heads = h.Heads.Where(x => x.Count > 0).ToList() }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var month = new DateOnly(h.Date.Year, h.Date.Month, 1);
            yield return new Figure(Permits, 1, h.HallId, month, h.Id, Of(h.Bands));
            foreach (var heads in h.Heads)
            {
                yield return new Figure(Users, heads.Count, h.HallId, month, h.Id, Of(h.Bands, heads.Band));
            }

            // Nobody came is a count too; only the rest of those counted by age is of unknown age.
            if (h.Came is { } came && (came - h.Heads.Sum(x => x.Count) is var rest && (rest > 0 || h.Heads.Count == 0)))
            {
                yield return new Figure(Users, rest, h.HallId, month, h.Id, Of(h.Bands));
            }
        }
    }

    public async Task<IReadOnlyList<FigureSubject>> SubjectsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var subjects = new List<FigureSubject>();
        foreach (var some in ids.Chunk(1000))
        {
            foreach (var h in await db.Hires.AsNoTracking().Where(h => some.Contains(h.Id)).Select(h => new { h.Id, h.RoomId, h.Date, h.From, h.To }).ToListAsync(cancellation))
            {
                subjects.Add(new(h.Id, $"{h.Date.Short()} {Wording.Hours(h.From, h.To)} {(await rooms.FindAsync(h.RoomId, cancellation))?.Name}", $"/staff/hires/{h.Id}"));
            }
        }

        return subjects;
    }
}
