namespace Kominkan.Booking.Domain;

internal enum PointState
{
    /// <summary>弁明待ち: nothing counts before they were heard, or let the time for it pass.</summary>
    Waiting,

    /// <summary>点数をつけた</summary>
    Given,

    /// <summary>見送った</summary>
    Waived,

    /// <summary>取り下げ: it was not so.</summary>
    Withdrawn,
}

internal enum PointReason
{
    /// <summary>弁明がない</summary>
    NoAnswer,

    /// <summary>弁明を聞いて、やむを得ない事情がない</summary>
    NoGround,

    /// <summary>災害</summary>
    Disaster,

    /// <summary>急病</summary>
    Illness,

    /// <summary>手続きの誤り</summary>
    Mistake,

    /// <summary>その他, in words</summary>
    Other,
}

/// <summary>
/// 利用の点数 of one hire, from what happened over the hearing (弁明の機会) to the decision. Somebody else decides than keyed
/// what happened. Who it is stands in the hire.
/// </summary>
internal sealed class PointCase : IHallOwned
{
    public const int LongestAnswer = 1000;

    /// <summary>弁明の期限 of the city.</summary>
    public static readonly CityRule AnswerDays = new("booking.point-answer-days", "利用の点数の弁明を待つ日数", "日", 14, 7, 60);

    public static readonly IReadOnlyList<PointReason> ToGive = [PointReason.NoAnswer, PointReason.NoGround, PointReason.Other];
    public static readonly IReadOnlyList<PointReason> ToWaive = [PointReason.Disaster, PointReason.Illness, PointReason.Mistake, PointReason.Other];

    private PointCase()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HireId { get; private init; }

    public Guid HallId { get; private init; }

    /// <summary>The day of use.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>Who counts as one and the same: <see cref="Party"/>; empty when erased.</summary>
    public string PartyKey { get; private set; } = "";

    public PointKind Kind { get; private set; }

    public int HalfPoints { get; private set; }

    public int Months { get; private set; }

    public string Article { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    /// <summary>The account that keyed what happened; null when the hirers gave the room back themselves.</summary>
    public Guid? OpenedBy { get; private set; }

    /// <summary>The last day on which they may answer.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>弁明, as it was written or said.</summary>
    public string Answer { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who keyed what was said at the desk; empty on the web.</summary>
    public string AnswerKeyedBy { get; private set; } = "";

    public PointState State { get; private set; }

    public PointReason? Reason { get; private set; }

    public string Words { get; private set; } = "";

    public Guid? DecidedBy { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTime? DecidedAt { get; private set; }

    public DateOnly? DecidedOn => DecidedAt is { } at ? DateOnly.FromDateTime(at.InJapan()) : null;

    /// <summary>The last day on which the points count; null where none were given.</summary>
    public DateOnly? CountsTo => State == PointState.Given ? DecidedOn!.Value.AddMonths(Months).AddDays(-1) : null;

    /// <param name="by">Who keyed it; null for the hirers themselves.</param>
    public static PointCase Open(RoomHire hire, PointRule rule, Clerk? by, DateTime nowUtc, int answerDays)
    {
        var opened = new PointCase { HireId = hire.Id, HallId = hire.HallId, Date = hire.Date, PartyKey = hire.PartyKey };
        opened.Begin(rule, by, nowUtc, answerDays);
        return opened;
    }

    /// <summary>It was so after all: they are heard anew.</summary>
    /// <exception cref="RuleBroken">It was never taken back.</exception>
    public void OpenAgain(PointRule rule, Clerk? by, DateTime nowUtc, int answerDays)
    {
        _ = State == PointState.Withdrawn ? true : throw new RuleBroken("この件は、もう始まっています。");
        (Answer, AnsweredAt, AnswerKeyedBy, Reason, Words, DecidedBy, DecidedByName, DecidedAt) = ("", null, "", null, "", null, "", null);
        Begin(rule, by, nowUtc, answerDays);
    }

    /// <summary>取り下げ, whatever was decided: it was not so.</summary>
    public void Withdraw() => State = PointState.Withdrawn;

    public bool CountsOn(DateOnly day) => State == PointState.Given && day >= DecidedOn && day <= CountsTo;

    /// <summary>Why nothing can be answered now, or null. What is said at the desk is taken until it is decided.</summary>
    public string? WhyNotAnswer(DateTime nowUtc, bool atDesk) => State switch
    {
        PointState.Withdrawn => "この件は取り下げられました。弁明はいりません。",
        not PointState.Waiting => "この件は、もう決まっています。館の窓口か電話で相談してください。",
        _ when !atDesk && IsOver(nowUtc) => "弁明の期限を過ぎました。館の窓口か電話で相談してください。",
        _ => null,
    };

    /// <summary>弁明: what is said later is added to it.</summary>
    /// <param name="keyedBy">Who keyed what was said at the desk; null on the web.</param>
    /// <exception cref="RuleBroken">Nothing is said, it is too long, too late, or decided.</exception>
    public void Hear(string? words, Clerk? keyedBy, DateTime nowUtc)
    {
        Demand(WhyNotAnswer(nowUtc, keyedBy is not null));
        var said = JapaneseText.Clean(words);
        if (said.Length == 0 || JapaneseText.Length(said) > LongestAnswer)
        {
            throw new RuleBroken($"事情を{LongestAnswer}字までで入力してください。", "Input.Answer");
        }

        (Answer, AnsweredAt, AnswerKeyedBy) = (Answer.Length == 0 ? said : $"{Answer}\n\n{said}", nowUtc, keyedBy?.Name ?? "");
    }

    /// <summary>Whether somebody can decide: they have answered, or have let the time pass.</summary>
    public bool IsRipe(DateTime nowUtc) => State == PointState.Waiting && (AnsweredAt is not null || IsOver(nowUtc));

    /// <summary>Why this person cannot decide now, or null. A case is waived at any time.</summary>
    public string? WhyNotDecide(Guid by, DateTime nowUtc, bool waives) =>
        State != PointState.Waiting ? "この件は、もう決まっています。"
        : by == OpenedBy ? "入力した本人は決められません。ほかの職員に頼んでください。"
        : !waives && !IsRipe(nowUtc) ? $"弁明があるか、{AnswerBy.MonthDay()}を過ぎてから決めてください。"
        : null;

    /// <summary>点数をつける</summary>
    /// <exception cref="RuleBroken">Not by this person, not yet, or no reason.</exception>
    public void Give(PointReason? reason, string? words, Clerk by, DateTime nowUtc)
    {
        Demand(WhyNotDecide(by.Id, nowUtc, waives: false));
        if (reason == PointReason.NoAnswer && AnsweredAt is not null)
        {
            throw new RuleBroken("弁明があります。読んでから、理由を選び直してください。", "Input.Reason");
        }

        Decide(PointState.Given, ToGive, reason, words, by, nowUtc);
    }

    /// <summary>見送る</summary>
    /// <exception cref="RuleBroken">Not by this person, or no reason.</exception>
    public void Waive(PointReason? reason, string? words, Clerk by, DateTime nowUtc)
    {
        Demand(WhyNotDecide(by.Id, nowUtc, waives: true));
        Decide(PointState.Waived, ToWaive, reason, words, by, nowUtc);
    }

    /// <summary>Nothing tells any more who it was or what they said.</summary>
    public void Erase() => (PartyKey, Answer, Words) = ("", "", "");

    private void Begin(PointRule rule, Clerk? by, DateTime nowUtc, int answerDays)
    {
        (Kind, HalfPoints, Months, Article) = (rule.Kind, rule.HalfPoints, rule.Months, rule.Article);
        (State, OpenedAt, OpenedBy, AnswerBy) = (PointState.Waiting, nowUtc, by?.Id, DateOnly.FromDateTime(nowUtc.InJapan()).AddDays(answerDays));
    }

    private void Decide(PointState state, IReadOnlyList<PointReason> reasons, PointReason? reason, string? words, Clerk by, DateTime nowUtc)
    {
        var clean = JapaneseText.Clean(words);
        if (reason is not { } why || !reasons.Contains(why))
        {
            throw new RuleBroken("理由を選んでください。", "Input.Reason");
        }

        if (JapaneseText.Length(clean) > 200 || (why == PointReason.Other && clean.Length == 0))
        {
            throw new RuleBroken("理由の説明を200字までで入力してください。", "Input.Words");
        }

        (State, Reason, Words, DecidedBy, DecidedByName, DecidedAt) = (state, why, clean, by.Id, by.Name, nowUtc);
    }

    private bool IsOver(DateTime nowUtc) => DateOnly.FromDateTime(nowUtc.InJapan()) > AnswerBy;

    private static void Demand(string? why) => _ = why is null ? true : throw new RuleBroken(why);
}
