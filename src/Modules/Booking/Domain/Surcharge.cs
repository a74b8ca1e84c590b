using System.Globalization;

namespace Kominkan.Booking.Domain;

/// <summary>When a surcharge is charged.</summary>
internal enum SurchargeTrigger
{
    /// <summary>申し出たとき: whoever hires says that it is so.</summary>
    Asked,

    /// <summary>土曜・日曜・祝日</summary>
    Weekend,

    /// <summary>いつも, in its months.</summary>
    Always,
}

/// <summary>How a surcharge is reckoned.</summary>
internal enum SurchargeUnit
{
    /// <summary>部屋の使用料の％</summary>
    Percent,

    /// <summary>1回の円</summary>
    Use,

    /// <summary>1時間の円; an hour begun is paid.</summary>
    Hour,
}

/// <summary>加算: what is added to the price of the room, because of who uses it, for what, or when.</summary>
internal sealed class Surcharge : DatedRule
{
    private Surcharge()
    {
    }

    /// <summary>Null: of every hall.</summary>
    public Guid? HallId { get; private init; }

    /// <summary>市外の方の利用</summary>
    public string Name { get; private init; } = "";

    public SurchargeTrigger Trigger { get; private init; }

    public SurchargeUnit Unit { get; private init; }

    /// <summary>Percent of the room's price, or yen; by <see cref="Unit"/>.</summary>
    public int Amount { get; private init; }

    /// <summary>1 to 12, with <see cref="LastMonth"/>: only in these months, 11 to 3 over New Year; null all year.</summary>
    public int? FirstMonth { get; private init; }

    public int? LastMonth { get; private init; }

    /// <summary>Amounts are rounded down to it: 10 yen.</summary>
    public int RoundTo { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => $"{HallId}/{Name}";

    /// <exception cref="RuleBroken">A number is out of range, or a text is missing.</exception>
    public static Surcharge Set(Guid? hall, string? name, SurchargeTrigger trigger, SurchargeUnit unit, int amount, (int First, int Last)? months, int roundTo, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (amount < 1 || amount > (unit == SurchargeUnit.Percent ? 1000 : 1_000_000))
        {
            throw new RuleBroken(unit == SurchargeUnit.Percent ? "割合は1から1000までで入力してください。" : "金額は1円から100万円までで入力してください。", "Input.Amount");
        }

        if (months is { } m && (m.First is < 1 or > 12 || m.Last is < 1 or > 12))
        {
            throw new RuleBroken("月は1から12までで入力してください。", "Input.FirstMonth");
        }

        return new Surcharge
        {
            HallId = hall,
            Name = Words(name, 40, "加算の名前を40字までで入力してください。", "Input.Name"),
            Trigger = trigger,
            Unit = unit,
            Amount = amount,
            FirstMonth = months?.First,
            LastMonth = months?.Last,
            RoundTo = Step(roundTo),
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <summary>Whether it may be charged for a day, by its halls and months.</summary>
    public bool IsFor(Guid hall, DateOnly date) =>
        IsValidOn(date) && (HallId is null || HallId == hall)
        && (FirstMonth is not { } first || LastMonth is not { } last || (first <= last ? date.Month >= first && date.Month <= last : date.Month >= first || date.Month <= last));

    /// <summary>What it adds to so many yen for the room; never below zero.</summary>
    public int Of(int roomYen, int hours) => (int)Math.Min(int.MaxValue, Unit switch
    {
        SurchargeUnit.Percent => (long)roomYen * Amount / 100,
        SurchargeUnit.Use => Amount,
        _ => (long)Amount * hours,
    } / RoundTo * RoundTo);

    public string Words(int hours) => Unit switch
    {
        SurchargeUnit.Percent => $"{Name}（部屋の使用料の{Amount}％）",
        SurchargeUnit.Use => Name,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name}（1時間{Amount:#,0}円 × {hours}時間）"),
    };
}
