using System.Text.Json;
using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Sample;

/// <summary>
/// The sample city: halls and addresses as the city printed them (<c>halls.json</c>); rooms, seats, hours and telephone
/// numbers are invented.
/// </summary>
internal sealed class SampleHalls(FacilitiesDb db) : IHallSample, ISampleLife
{
    /// <summary>The day the city got its wards.</summary>
    private static readonly DateOnly Since = new(2012, 4, 1);

    private static readonly OpeningTerms Ordinary = new(new(9, 0), new(22, 0), Weekdays.None, null, null, DayOfWeek.Monday, true, null, null, 1229, 103);

    private static readonly string[] Wards = ["中央区", "東区", "西区", "南区", "北区"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record City(IReadOnlyList<Building> Halls);

    private sealed record Building(int? No, string Kind, string Name, string Ward, string WardCodeJis, string AddressLine, string? LocatedIn, int? ParentNo);

    public int Order => 10;

    public async Task EnsureHallsAsync(CancellationToken cancellation = default)
    {
        if (await db.Halls.IgnoreQueryFilters().AnyAsync(cancellation))
        {
            return;
        }

        var buildings = Read();
        var wards = buildings.DistinctBy(b => b.Ward).ToDictionary(b => b.Ward, b => new Ward { Name = b.Ward, Code = b.WardCodeJis, Order = Array.IndexOf(Wards, b.Ward) + 1 });
        var halls = new Dictionary<string, Hall>();
        foreach (var building in buildings)
        {
            var parent = building.ParentNo is { } no ? halls[$"{no}"] : null;
            var branch = halls.Keys.Count(k => k.StartsWith($"{building.ParentNo}-", StringComparison.Ordinal)) + 1;
            var number = parent is null ? $"{building.No}" : $"{building.ParentNo}-{branch}";
            var phone = parent is null ? $"096-000-{100 + building.No:0000}" : $"096-000-{200 + branch:0000}";
            halls[number] = Hall.Open(number, parent, Since, new(building.Name, wards[building.Ward].Id, building.AddressLine, building.LocatedIn, "熊本市", phone));
        }

        db.Wards.AddRange(wards.Values);
        db.Halls.AddRange(halls.Values);
        db.Rooms.AddRange(halls.Values.SelectMany(SampleRooms.Of));
        db.OpeningRules.AddRange(Rules(halls));
        await db.SaveChangesAsync(cancellation);
    }

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        await EnsureHallsAsync(cancellation);
        var halls = await db.Halls.IgnoreQueryFilters().ToDictionaryAsync(h => h.No, h => h.Id, cancellation);
        db.Closures.AddRange(
            Closure.Announce(halls["3"], OpeningPart.Hall, today, today, ClosureKind.Inspection, "空調設備の点検"),
            Closure.Announce(halls["1"], OpeningPart.Library, today.AddDays(5), today.AddDays(9), ClosureKind.LibraryArrangement, "蔵書点検"),
            Closure.Announce(halls["16"], OpeningPart.Hall, today.AddDays(9), today.AddDays(9), ClosureKind.Inspection, "電気設備の法定点検"),
            Closure.Announce(halls["8"], OpeningPart.Hall, today.AddDays(10), today.AddDays(14), ClosureKind.Works, "屋根の改修工事"));
        await db.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<OpeningRule> Rules(Dictionary<string, Hall> halls)
    {
        yield return OpeningRule.Set(null, OpeningPart.Hall, Since, Ordinary, []);
        yield return OpeningRule.Set(null, OpeningPart.Library, Since, Ordinary with { Opens = new(10, 0), Closes = new(18, 0), MonthlyNth = 3, MonthlyOn = DayOfWeek.Wednesday }, []);
        var shortSunday = Ordinary with { OtherDays = Weekdays.Sunday, OtherOpens = new(9, 0), OtherCloses = new(17, 0) };
        yield return OpeningRule.Set(halls["5"].Id, OpeningPart.Hall, Since, shortSunday, []);
        foreach (var branch in halls.Values.Where(h => h.Kind == HallKind.Branch))
        {
            yield return OpeningRule.Set(branch.Id, OpeningPart.Hall, Since, Ordinary with { Closes = new(17, 0) }, []);
        }
    }

    private static IReadOnlyList<Building> Read()
    {
        using var file = typeof(SampleHalls).Assembly.GetManifestResourceStream("halls.json")!;
        return JsonSerializer.Deserialize<City>(file, Json)!.Halls;
    }
}
