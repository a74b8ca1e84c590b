namespace Kominkan.Cashier.Domain;

/// <summary>レジ: the cash one clerk answers for on one day, from opening to counting.</summary>
internal sealed class Drawer : IHallOwned
{
    /// <summary>Notes and coins of the country, the greatest first.</summary>
    public static readonly IReadOnlyList<int> Pieces = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1];

    public const int MostFloat = 1_000_000;

    private Drawer()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    public DateOnly Date { get; private init; }

    public Guid ClerkId { get; private init; }

    public string ClerkName { get; private init; } = "";

    /// <summary>釣銭準備金</summary>
    public int Float { get; private init; }

    /// <summary>What ought to lie in it: the float and every receipt's cash.</summary>
    public int Expected { get; private set; }

    public DateTime OpenedAt { get; private init; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who counted it: the clerk, or who stands in for them.</summary>
    public string ClosedBy { get; private set; } = "";

    public int? Counted { get; private set; }

    /// <summary>Why what was counted is not what ought to be there.</summary>
    public string Reason { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>過不足: above zero there is too much.</summary>
    public int? Difference => Counted - Expected;

    /// <exception cref="RuleBroken">The float is out of range.</exception>
    public static Drawer Open(Guid hall, Guid clerk, string clerkName, int money, DateTime nowUtc)
    {
        if (money is < 0 or > MostFloat)
        {
            throw new RuleBroken("釣銭準備金は0円から100万円までで入力してください。", "Input.Float");
        }

        return new Drawer { HallId = hall, ClerkId = clerk, ClerkName = clerkName, Date = DateOnly.FromDateTime(nowUtc.InJapan()), Float = money, Expected = money, OpenedAt = nowUtc };
    }

    /// <summary>Cash goes in or out.</summary>
    /// <exception cref="RuleBroken">It is closed, of another hall or day, or has not so much.</exception>
    public void Put(Receipt receipt)
    {
        if (WhyNotUse(receipt.Date) is { } why)
        {
            throw new RuleBroken(why);
        }

        if (receipt.HallId != HallId)
        {
            throw new RuleBroken("ほかの館のレジには入れられません。この館のレジを開けてください。");
        }

        if (Expected + receipt.Yen < 0)
        {
            throw new RuleBroken($"レジには{Wording.Yen(Expected)}しかありません。口座振込で返してください。");
        }

        (Expected, Version) = (Expected + receipt.Yen, Version + 1);
    }

    public string? WhyNotUse(DateOnly today) =>
        !IsOpen ? "このレジはもう締めています。" : Date != today ? "前の日のレジが開いています。先に数えて締めてください。" : null;

    /// <param name="counts">How many of each of <see cref="Pieces"/>.</param>
    /// <exception cref="RuleBroken">It is closed, a count is out of range, or a difference has no reason.</exception>
    public void Close(IReadOnlyList<int> counts, string? reason, string by, DateTime nowUtc)
    {
        if (!IsOpen)
        {
            throw new RuleBroken("このレジはもう締めています。");
        }

        if (counts.Count > Pieces.Count || counts.Any(c => c is < 0 or > 100_000))
        {
            throw new RuleBroken("枚数は0から100000までの数で入力してください。", "Input.N10000");
        }

        var (counted, why) = (counts.Select((n, i) => (long)n * Pieces[i]).Sum(), JapaneseText.Clean(reason));
        if (counted > int.MaxValue)
        {
            throw new RuleBroken("枚数を確かめてください。", "Input.N10000");
        }

        if (counted != Expected && (why.Length == 0 || JapaneseText.Length(why) > 200))
        {
            throw new RuleBroken($"あるはずの額と{Wording.Signed((int)counted - Expected)}違います。数え直すか、理由を入れてください。", "Input.Reason");
        }

        (Counted, Reason, ClosedAt, ClosedBy, Version) = ((int)counted, why, nowUtc, by, Version + 1);
    }
}
