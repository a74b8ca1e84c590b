using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare;

/// <summary>Five years of 26,000 uses of the rooms, so that a week is looked for in a table as long as a city's.</summary>
internal static class Years
{
    private const int AYear = 26_000;
    private static readonly TimeOnly[] Bands = [new(9, 0), new(13, 0), new(18, 0)];

    public static async Task FillAsync(BareDb db)
    {
        var (rooms, random) = (await db.Rooms.OrderBy(r => r.Id).ToListAsync(), new Random(1));
        var last = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        var chance = AYear / 365.0 / rooms.Count / Bands.Length;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var date = last.AddYears(-5); date <= last; date = date.AddDays(1))
        {
            db.Occupancies.AddRange(from room in rooms
                                    from band in Bands
                                    where random.NextDouble() < chance
                                    select new Occupancy { HallId = room.HallId, RoomId = room.Id, Date = date, From = band, To = band.AddHours(3), Kind = 1, Title = "貸館" });
            if (date.Day == 1 || date == last)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        Console.WriteLine($"{await db.Occupancies.CountAsync()} uses of {rooms.Count} rooms");
    }
}
