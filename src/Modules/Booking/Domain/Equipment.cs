using System.Globalization;

namespace Kominkan.Booking.Domain;

/// <summary>What equipment is paid by.</summary>
internal enum EquipmentUnit
{
    /// <summary>1回</summary>
    Use,

    /// <summary>1区分; by the hour it is paid once.</summary>
    Band,
}

/// <summary>備品 of a hall: how many there are and what one costs, from a day on. One that begins later takes over under the same name.</summary>
internal sealed class Equipment : DatedRule
{
    public const int LongestName = 40;

    private Equipment()
    {
    }

    public Guid HallId { get; private init; }

    /// <summary>プロジェクター</summary>
    public string Name { get; private init; } = "";

    public int Stock { get; private init; }

    public int Yen { get; private init; }

    public EquipmentUnit Unit { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => $"{HallId}/{Name}";

    /// <exception cref="RuleBroken">A number is out of range, or a text is missing.</exception>
    public static Equipment Set(Guid hall, string? name, int stock, int yen, EquipmentUnit unit, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (stock is < 0 or > 1000)
        {
            throw new RuleBroken("数は0から1000までで入力してください。", "Input.Stock");
        }

        if (yen is < 0 or > 1_000_000)
        {
            throw new RuleBroken("金額は0円から100万円までで入力してください。", "Input.Yen");
        }

        return new Equipment
        {
            HallId = hall,
            Name = Words(name, LongestName, $"備品の名前を{LongestName}字までで入力してください。", "Input.Name"),
            Stock = stock,
            Yen = yen,
            Unit = unit,
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    public FeeLine Line(int count, int bands)
    {
        var times = Unit == EquipmentUnit.Band ? Math.Max(1, bands) : 1;
        return new FeeLine(string.Create(CultureInfo.InvariantCulture, $"{Name}（{Yen:#,0}円 × {count}{(times > 1 ? $" × {times}区分" : "")}）"), Yen * count * times, Article) { Item = FeeItem.Equipment };
    }
}

/// <summary>Equipment that goes with a hire: so many for its time.</summary>
internal sealed class HireItem
{
    public required Guid HireId { get; init; }

    public required string Name { get; init; }

    public required Guid HallId { get; set; }

    public required DateOnly Date { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; set; }

    public required int Count { get; init; }

    /// <summary>The most that are out at one moment.</summary>
    public static int Peak(IReadOnlyCollection<HireItem> items) =>
        items.Select(at => items.Where(i => i.From <= at.From && at.From < i.To).Sum(i => i.Count)).DefaultIfEmpty().Max();
}
