using System.Globalization;

namespace Kominkan.Booking.Domain;

/// <summary>What a hire costs, each yen with its reason and where it is written.</summary>
internal static class Fee
{
    /// <summary>The lines for bands: the price of just these together, or, where there is none, those of each.</summary>
    /// <param name="prices">Prices of the room valid on the day.</param>
    /// <returns>Null where a price is missing: nobody is charged by guess.</returns>
    public static IReadOnlyList<FeeLine>? OfBands(IReadOnlyCollection<RoomPrice> prices, IReadOnlyList<string> bands)
    {
        if (Find(prices, RoomPrice.Key(bands)) is { } together)
        {
            return [new FeeLine(bands.Count == 1 ? $"{bands[0]}の使用料" : $"{RoomPrice.Key(bands)}を通して使う使用料", together.Yen, together.Article)];
        }

        var each = bands.Select(b => (Band: b, Price: Find(prices, b))).ToList();
        return each.Exists(e => e.Price is null) ? null : [.. each.Select(e => new FeeLine($"{e.Band}の使用料", e.Price!.Yen, e.Price.Article))];
    }

    /// <summary>The line for hours; a quarter of an hour begun is paid as a whole hour.</summary>
    public static IReadOnlyList<FeeLine>? OfHours(IReadOnlyCollection<RoomPrice> prices, TimeOnly from, TimeOnly to)
    {
        var hours = (int)Math.Ceiling((to - from).TotalHours);
        return Find(prices, RoomPrice.Hour) is { } hour
            ? [new FeeLine(string.Create(CultureInfo.InvariantCulture, $"1時間{hour.Yen:#,0}円 × {hours}時間の使用料"), hour.Yen * hours, hour.Article)]
            : null;
    }

    private static RoomPrice? Find(IEnumerable<RoomPrice> prices, string bands) => prices.FirstOrDefault(p => p.Bands == bands);
}

/// <param name="Label">What for: 午前・午後を通して使う使用料.</param>
/// <param name="Yen">Whole yen; below zero for what is taken off.</param>
/// <param name="Article">Where it is written.</param>
internal sealed record FeeLine(string Label, int Yen, string Article)
{
    public FeeItem Item { get; init; }
}
