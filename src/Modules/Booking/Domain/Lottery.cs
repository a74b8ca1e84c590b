using System.Text.Json;

namespace Kominkan.Booking.Domain;

internal enum LotteryState
{
    /// <summary>Entries are taken, or will be.</summary>
    Open,

    /// <summary>締め切った: the entries are frozen and their hash is public.</summary>
    Frozen,

    /// <summary>抽選した; also where nobody had entered.</summary>
    Drawn,
}

/// <summary>One draw of rooms of a hall for a month of use: its window, the frozen entries and their hash, then the seed and what came of it.</summary>
[ShownPublicly(BookingModule.RoomsTag)]
internal sealed class Lottery : IHallOwned
{
    /// <summary>At noon everybody waits for the result: the public number comes half an hour after closing.</summary>
    private static readonly TimeSpan NoonSeed = TimeSpan.FromMinutes(30);

    private Lottery()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    /// <summary>The one room that is drawn; empty for every room of the hall without a rule of its own.</summary>
    public Guid RoomId { get; private init; }

    /// <summary>First day of the month of use.</summary>
    public DateOnly Month { get; private init; }

    public LotteryKind Kind { get; private init; }

    public DateTime OpensAt { get; private init; }

    public DateTime ClosesAt { get; private init; }

    /// <summary>From when what is left is booked by who comes first, if it has been drawn.</summary>
    public DateTime FirstComeAt { get; private init; }

    public int? ConfirmDays { get; private init; }

    public int MaxWishes { get; private init; }

    public int MaxWins { get; private init; }

    public string Rule { get; private init; } = "";

    public string SeedSource { get; private set; } = "";

    public LotteryState State { get; private set; }

    public DateTime? FrozenAt { get; private set; }

    public string EntriesHash { get; private set; } = "";

    public string RoomsJson { get; private set; } = "[]";

    public string EntriesJson { get; private set; } = "[]";

    public string? Seed { get; private set; }

    public DateTime? DrawnAt { get; private set; }

    public DateTime? ConfirmBy { get; private set; }

    public string TakenJson { get; private set; } = "[]";

    /// <summary>As published when it was held; the page recomputes it and says whether both agree.</summary>
    public string? ResultsJson { get; private set; }

    /// <summary>The draw of a month by the rule.</summary>
    public static Lottery Of(LotteryRule rule, Guid hall, DateOnly month, DateTime opensAt, DateTime closesAt, DateTime firstComeAt) => new()
    {
        HallId = hall,
        RoomId = rule.RoomId ?? Guid.Empty,
        Month = month,
        Kind = rule.Kind,
        OpensAt = opensAt,
        ClosesAt = closesAt,
        FirstComeAt = firstComeAt,
        ConfirmDays = rule.ConfirmDays,
        MaxWishes = rule.MaxWishes,
        MaxWins = rule.MaxWins,
        Rule = rule.RuleInWords,
        SeedSource = DrandRound.Propose(closesAt, rule.Kind == LotteryKind.Noon ? NoonSeed : null),
    };

    /// <summary>Why nobody may enter, change or withdraw now, or null.</summary>
    public string? WhyNotEnter(DateTime nowUtc) =>
        State != LotteryState.Open || ClosesAt <= nowUtc ? "抽選の受付は終わりました。結果が出るまでお待ちください。"
        : OpensAt > nowUtc ? $"抽選の受付は{Wording.Moment(OpensAt)}からです。" : null;

    /// <summary>Whether what is left may be booked by who comes first.</summary>
    public bool IsOverAt(DateTime nowUtc) => State == LotteryState.Drawn && FirstComeAt <= nowUtc;

    /// <summary>What somebody may do about it now, as a word.</summary>
    public bool IsDueAt(DateTime nowUtc) => State == LotteryState.Open && ClosesAt <= nowUtc;

    /// <summary>Freezes the entries and publishes their hash: before it everybody may change, after it nothing changes.</summary>
    /// <exception cref="RuleBroken">It is frozen already, or the window is still open.</exception>
    public void Freeze(IReadOnlyList<DrawRoom> rooms, IReadOnlyList<WishEntry> entries, DateTime nowUtc)
    {
        if (State != LotteryState.Open)
        {
            throw new RuleBroken("この抽選は、もう締め切っています。");
        }

        if (ClosesAt > nowUtc)
        {
            throw new RuleBroken("申し込みの締切がまだ来ていません。");
        }

        // A round that is public already could be chosen for its result: who closes late draws by a later one.
        SeedSource = DrandRound.TimeOf(SeedSource) <= nowUtc ? DrandRound.Propose(nowUtc, Kind == LotteryKind.Noon ? NoonSeed : null) : SeedSource;
        (RoomsJson, EntriesJson) = (JsonSerializer.Serialize(rooms.OrderBy(r => r.Room, StringComparer.Ordinal)), JsonSerializer.Serialize(entries.OrderBy(e => e.Code, StringComparer.Ordinal)));
        EntriesHash = RoomDraw.Hash(MaxWins, SeedSource, Rule, rooms, entries);
        (State, FrozenAt, DrawnAt) = entries.Count == 0 ? (LotteryState.Drawn, nowUtc, nowUtc) : (LotteryState.Frozen, nowUtc, (DateTime?)null);
    }

    /// <exception cref="RuleBroken">It is not frozen, is over, or the number cannot be what its source publishes.</exception>
    public void Hold(string seed, IReadOnlyList<DrawSlot> taken, DateTime nowUtc)
    {
        if (State != LotteryState.Frozen)
        {
            throw new RuleBroken(State == LotteryState.Drawn ? "この抽選はもう終わっています。" : "先に申し込みを締め切ってください。");
        }

        DrandRound.Demand(SeedSource, seed, nowUtc);
        (Seed, State, DrawnAt) = (DrandRound.Written(SeedSource, seed), LotteryState.Drawn, nowUtc);
        ConfirmBy = ConfirmDays is { } days ? DateOnly.FromDateTime(nowUtc.InJapan()).AddDays(days).ToUtc(new TimeOnly(23, 59, 59)) : null;
        TakenJson = JsonSerializer.Serialize(taken);
        ResultsJson = JsonSerializer.Serialize(RoomDraw.Allot(Seed, MaxWins, Rooms(), Entries(), taken));
    }

    public IReadOnlyList<DrawRoom> Rooms() => JsonSerializer.Deserialize<List<DrawRoom>>(RoomsJson)!;

    public IReadOnlyList<WishEntry> Entries() => JsonSerializer.Deserialize<List<WishEntry>>(EntriesJson)!;

    public IReadOnlyList<WishResult> Results() => ResultsJson is null ? [] : JsonSerializer.Deserialize<List<WishResult>>(ResultsJson)!;

    public PublishedRoomDraw Publish(string hall) => new(RoomDraw.Format, $"{hall} {TitleOf(Month)}", MaxWins, Rule, SeedSource, EntriesHash, Rooms(), Entries(),
        Seed, ResultsJson is null ? null : JsonSerializer.Deserialize<List<DrawSlot>>(TakenJson)!, ResultsJson is null ? null : Results());

    /// <summary>令和9年3月</summary>
    public static string TitleOf(DateOnly month) => month.Long().Split('月')[0] + "月";
}
