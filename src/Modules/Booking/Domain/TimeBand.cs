namespace Kominkan.Booking.Domain;

/// <summary>区分: a part of the day that is hired as a whole, 午前. Bands side by side may be hired through; the time between them is part of that.</summary>
internal sealed class TimeBand : DatedRule
{
    private TimeBand()
    {
    }

    /// <summary>Null: of every hall that has none of its own.</summary>
    public Guid? HallId { get; private init; }

    public string Name { get; private init; } = "";

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public override string Subject => $"{HallId}/{Name}";

    /// <exception cref="RuleBroken">Another band of the same hall has part of its time, on a day on which both are valid.</exception>
    public void KeepClearOf(IEnumerable<TimeBand> others)
    {
        if (others.FirstOrDefault(o => o.HallId == HallId && o.Name != Name && o.From < To && From < o.To && (o.ValidTo is null || o.ValidTo >= ValidFrom)) is { } other)
        {
            throw new RuleBroken($"区分「{other.Name}」と時間が重なります。先にその区分を終わらせてください。", "Input.Starts");
        }
    }

    /// <exception cref="RuleBroken">No name, or hours that are none.</exception>
    public static TimeBand Set(Guid? hallId, string? name, TimeOnly from, TimeOnly to, DateOnly validFrom, bool isSample = false)
    {
        _ = Cells.Of(from, to);
        if (JapaneseText.Clean(name) is var clean && (clean == RoomPrice.Hour || clean.Contains('・', StringComparison.Ordinal)))
        {
            throw new RuleBroken($"区分の名前に「・」や「{RoomPrice.Hour}」は使えません。", "Input.Name");
        }

        return new TimeBand
        {
            HallId = hallId,
            Name = Words(name, 10, "区分の名前を10字までで入力してください。", "Input.Name"),
            From = from,
            To = to,
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }
}
