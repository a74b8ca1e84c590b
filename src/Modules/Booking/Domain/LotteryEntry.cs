using System.Security.Cryptography;

namespace Kominkan.Booking.Domain;

/// <summary>抽選の申し込み: a group's ranked wishes in one draw of rooms.</summary>
internal sealed class LotteryEntry : HireRequest
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly List<LotteryWish> wishes = [];

    private LotteryEntry()
    {
    }

    public Guid LotteryId { get; private init; }

    /// <summary>抽選番号: its name in the published list.</summary>
    public string Code { get; private init; } = "";

    public bool IsWithdrawn { get; private set; }

    /// <summary>A line for each slot: several of one rank come together or not at all.</summary>
    public IReadOnlyList<LotteryWish> Wishes => wishes;

    /// <exception cref="RuleBroken">The window is closed, a text is missing, or the wishes break a rule.</exception>
    public static LotteryEntry Enter(Lottery lottery, Order order, IReadOnlyList<IReadOnlyList<WishedSlot>> wanted, DateTime nowUtc)
    {
        var entry = new LotteryEntry { LotteryId = lottery.Id, Code = RandomNumberGenerator.GetString(Letters, 8) };
        entry.Begin(order, nowUtc);
        entry.Write(lottery, order, wanted, nowUtc);
        return entry;
    }

    /// <summary>Other wishes, or another number of people, while entries are taken.</summary>
    /// <exception cref="RuleBroken">The window is closed, it was withdrawn, or the wishes break a rule.</exception>
    public void Change(Lottery lottery, Order order, IReadOnlyList<IReadOnlyList<WishedSlot>> wanted, DateTime nowUtc)
    {
        Demand(!IsWithdrawn, "この申し込みは、もう取り消されています。");
        Write(lottery, order, wanted, nowUtc);
    }

    public string? WhyNotChange(Lottery lottery, DateTime nowUtc) => IsWithdrawn ? "この申し込みは、もう取り消されています。" : lottery.WhyNotEnter(nowUtc);

    /// <exception cref="RuleBroken">The window is closed, or it was withdrawn already.</exception>
    public void Withdraw(Lottery lottery, DateTime nowUtc)
    {
        Demand(WhyNotChange(lottery, nowUtc) is null, WhyNotChange(lottery, nowUtc) ?? "");
        IsWithdrawn = true;
    }

    /// <summary>As it stands in the published list.</summary>
    /// <param name="numbers">Numbers of the rooms by id.</param>
    public WishEntry Publish(IReadOnlyDictionary<Guid, string> numbers) => new(Code,
        [.. wishes.GroupBy(w => w.Rank).OrderBy(g => g.Key).Select(g => new DrawWish([.. g.OrderBy(w => w.Part).Select(w => new DrawSlot(numbers[w.RoomId], w.Date, w.From, w.To))]))]);

    private void Write(Lottery lottery, Order order, IReadOnlyList<IReadOnlyList<WishedSlot>> wanted, DateTime nowUtc)
    {
        Demand(lottery.WhyNotEnter(nowUtc) is null, lottery.WhyNotEnter(nowUtc) ?? "");
        Demand(wanted.Count > 0, "第1希望を選んでください。", "Input.Wishes[0].RoomId");
        Demand(wanted.Count <= lottery.MaxWishes, $"希望は{lottery.MaxWishes}つまでです。減らしてください。");
        var all = wanted.SelectMany(w => w).ToList();
        foreach (var wished in all)
        {
            Demand(wished.Slot.Date.Year == lottery.Month.Year && wished.Slot.Date.Month == lottery.Month.Month, $"{lottery.Month.Month}月の中の日を選んでください。", wished.Field("Date"));
            Demand(order.People <= wished.Room.Capacity, $"{wished.Room.Name}の定員は{wished.Room.Capacity}人です。人数より大きい部屋を選んでください。", wished.Field("RoomId"));
            Demand(all.Count(o => o.Slot == wished.Slot) == 1, "同じ希望が2つあります。片方を消してください。", wished.Field("RoomId"));
        }

        foreach (var together in wanted)
        {
            Demand(!together.Any(a => together.Any(b => a.Slot != b.Slot && a.Slot.Date == b.Slot.Date && a.Slot.From < b.Slot.To && b.Slot.From < a.Slot.To && a.Room.Spaces.Any(b.Room.Spaces.Contains))),
                "ひと組の中で、部屋と時間が重なっています。", together[0].Field("RoomId"));
        }

        Say(order, lottery.HallId, all.Max(w => w.Room.Capacity));
        wishes.Clear();
        wishes.AddRange(wanted.SelectMany((together, rank) => together.Select((w, part) =>
            new LotteryWish { EntryId = Id, Rank = rank + 1, Part = part + 1, RoomId = w.Room.Id, Date = w.Slot.Date, From = w.Slot.From, To = w.Slot.To })));
    }

    private static void Demand(bool holds, string sentence, string? field = null) => _ = holds ? true : throw new RuleBroken(sentence, field);
}

/// <summary>A slot as somebody chose it, with the line of the form it stood in.</summary>
internal sealed record WishedSlot(Room Room, RoomSlot Slot, int Line)
{
    public string Field(string name) => $"Input.Wishes[{Line}].{name}";
}

/// <summary>A slot of a wish.</summary>
internal sealed class LotteryWish
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    /// <summary>第1希望 is 1.</summary>
    public required int Rank { get; init; }

    /// <summary>From 1, where several come together or not at all.</summary>
    public required int Part { get; init; }

    public required Guid RoomId { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    /// <summary>What was won.</summary>
    public Guid? HireId { get; set; }

    public RoomSlot Slot => new(RoomId, Date, From, To);
}
