namespace Kominkan.Booking.Domain;

/// <summary>使用料 of one room for just these bands together, or for an hour.</summary>
internal sealed class RoomPrice : DatedRule
{
    /// <summary>What stands in <see cref="Bands"/> for an hour.</summary>
    public const string Hour = "1時間";

    private RoomPrice()
    {
    }

    public Guid HallId { get; private init; }

    public Guid RoomId { get; private init; }

    /// <summary>Names of the bands in the order of the day, joined by ・: 午前・午後. Or <see cref="Hour"/>.</summary>
    public string Bands { get; private init; } = "";

    public int Yen { get; private init; }

    /// <summary>Where it is written: 公民館条例 別表第1.</summary>
    public string Article { get; private init; } = "";

    public override string Subject => $"{RoomId}/{Bands}";

    public static string Key(IEnumerable<string> bands) => string.Join('・', bands);

    /// <exception cref="RuleBroken">The amount is out of range, or the bands or the article are missing.</exception>
    public static RoomPrice Set(Room room, string? bands, int yen, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (yen is < 0 or > 1_000_000)
        {
            throw new RuleBroken("金額は0円から100万円までで入力してください。", "Input.Yen");
        }

        return new RoomPrice
        {
            HallId = room.HallId,
            RoomId = room.Id,
            Bands = Words(bands, 60, "区分を選んでください。", "Input.Bands"),
            Yen = yen,
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }
}
