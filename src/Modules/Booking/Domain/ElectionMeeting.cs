namespace Kominkan.Booking.Domain;

internal enum MeetingState
{
    /// <summary>回答待ち: the room is kept; the election commission waits to hear whether it can be used.</summary>
    Asked,

    /// <summary>使える</summary>
    Accepted,

    /// <summary>使えない: the room was let go.</summary>
    Declined,

    /// <summary>取下げ</summary>
    Withdrawn,
}

/// <summary>
/// 個人演説会: a candidate speaks in a hall of the city (公職選挙法第161条). The candidate asks the election commission, which asks
/// the hall (第163条); the first use of each hall is free, once for each candidate and election (第164条). It is a class of its
/// own: what the Social Education Act forbids, caps, windows and draws do not touch it.
/// </summary>
internal sealed class ElectionMeeting : IHallOwned
{
    /// <summary>公職選挙法施行令: one meeting lasts at most five hours.</summary>
    public static readonly CityRule MostMinutes = new("booking.meeting-minutes", "個人演説会で1回に使える時間", "分", 300, 60, 300);

    /// <summary>公職選挙法第163条: asked for at least two days before the day.</summary>
    public static readonly CityRule DaysBefore = new("booking.meeting-days", "個人演説会の申し出の締切が、開催日の何日前か", "日", 2, 1, 14);

    /// <summary>公職選挙法第163条: until the election commission's office closes.</summary>
    public static readonly CityRule UntilHour = new("booking.meeting-hour", "個人演説会の申し出を締め切る時刻", "時", 17, 8, 22);

    /// <summary>
    /// Only a candidate asks, and no election's date is announced so long before the vote that more days are left
    /// (公職選挙法第31条から第34条: at most 17).
    /// </summary>
    public static readonly CityRule DaysAhead = new("booking.meeting-ahead", "個人演説会の開催日が、申し出の何日後までか", "日", 17, 5, 60);

    public const string FreeArticle = "公職選挙法第164条";

    private readonly List<MeetingFee> fees = [];

    private ElectionMeeting()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>受付番号, unique.</summary>
    public string Number { get; private set; } = "";

    public Guid HallId { get; private init; }

    public Guid RoomId { get; private init; }

    public DateOnly Date { get; private init; }

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    /// <summary>熊本市議会議員選挙</summary>
    public string Election { get; private init; } = "";

    public string Candidate { get; private set; } = "";

    public string Kana { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string KanaKey { get; private set; } = "";

    public string PhoneKey { get; private set; } = "";

    /// <summary>Which candidate in which election: <see cref="Candidacy.Key"/>. Empty once nobody is named any more.</summary>
    public string CandidateKey { get; private set; } = "";

    /// <summary>When the election commission received it, UTC.</summary>
    public DateTime ReceivedAt { get; private init; }

    public string EnteredBy { get; private init; } = "";

    public DateTime EnteredAt { get; private init; }

    public MeetingState State { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string AnsweredBy { get; private set; } = "";

    /// <summary>Why the room cannot be used, or why it was withdrawn.</summary>
    public string Reason { get; private set; } = "";

    public int Yen { get; private set; }

    public IReadOnlyList<MeetingFee> Fees => fees;

    public RoomSlot Slot => new(RoomId, Date, From, To);

    /// <summary>What it needs of the calendar; nobody is named there.</summary>
    public RoomUse Use => new(Slot, RoomUseKind.Election, "個人演説会", Id, $"/staff/election-meetings/{Id}");

    public bool IsLive => State is MeetingState.Asked or MeetingState.Accepted;

    /// <summary>The one use of the hall that is free.</summary>
    public bool IsFirst => fees.Exists(f => f.Article == FreeArticle);

    /// <summary>What is owed for it as it stands.</summary>
    public int Charged => IsLive ? Yen : 0;

    /// <summary>The hall answers by the end of the day before.</summary>
    public DateOnly AnswerBy => Date.AddDays(-1);

    /// <param name="receivedAt">When the election commission received it, UTC.</param>
    /// <param name="fee">Of the room and time; empty for the first use of the hall.</param>
    /// <exception cref="RuleBroken">It is too long, was asked for too late or for a day too far off, cannot be answered in time, or a text is missing.</exception>
    public static ElectionMeeting Enter(Room room, RoomSlot slot, Candidacy candidacy, DateTime receivedAt, MeetingLimits limits, IReadOnlyList<FeeLine> fee, string by, DateTime nowUtc)
    {
        _ = Cells.Of(slot.From, slot.To);
        candidacy.Demand();
        Demand(slot.Date.ToUtc(slot.From) > nowUtc, "始まる時刻を過ぎています。これからの日時を選んでください。", "Input.Date");
        Demand(slot.Date.AddDays(-1) >= DateOnly.FromDateTime(nowUtc.InJapan()), "回答の期限（開催日の前の日）を過ぎています。明日からの日を選んでください。", "Input.Date");
        var last = slot.Date.AddDays(-limits.DaysBefore).ToUtc(new TimeOnly(limits.UntilHour, 0));
        Demand(slot.To - slot.From <= TimeSpan.FromMinutes(limits.Minutes), $"個人演説会は、1回{limits.Minutes / 60.0:0.##}時間までです。", "Input.To");
        Demand(receivedAt <= nowUtc && receivedAt >= nowUtc.AddYears(-1), "受け付けた日時は、1年前からいままでにしてください。", "Input.ReceivedOn");
        Demand(receivedAt <= last, $"申し出は、開催日の{limits.DaysBefore}日前の{limits.UntilHour}時までに受け付けたものに限ります。", "Input.ReceivedOn");
        Demand(slot.Date <= DateOnly.FromDateTime(receivedAt.InJapan()).AddDays(limits.DaysAhead), $"開催日は、委員会が受け付けた日から{limits.DaysAhead}日のうちにしてください。", "Input.Date");
        var meeting = new ElectionMeeting
        {
            HallId = room.HallId,
            RoomId = room.Id,
            Date = slot.Date,
            From = slot.From,
            To = slot.To,
            Election = JapaneseText.Clean(candidacy.Election),
            Candidate = JapaneseText.Clean(candidacy.Name),
            Kana = JapaneseText.ToKatakana(JapaneseText.Clean(candidacy.Kana)),
            Phone = JapaneseText.Clean(candidacy.Phone),
            KanaKey = JapaneseText.SearchKey(JapaneseText.ToKatakana(JapaneseText.Clean(candidacy.Kana))),
            PhoneKey = JapaneseText.PhoneKey(candidacy.Phone),
            CandidateKey = candidacy.Key,
            ReceivedAt = receivedAt,
            EnteredBy = by,
            EnteredAt = nowUtc,
        };
        foreach (var line in fee.Count > 0 ? fee : [new FeeLine("1回目の使用（無料）", 0, FreeArticle)])
        {
            meeting.Add(line);
        }

        meeting.Renumber();
        return meeting;
    }

    /// <summary>Another number, when this one is taken.</summary>
    public void Renumber() => Number = ReceiptNumbers.Draw();

    public string? WhyNotAnswer() => State switch
    {
        MeetingState.Asked => null,
        MeetingState.Withdrawn => "この申し出は、もう取り下げられています。",
        _ => "この申し出には、もう回答しています。",
    };

    /// <summary>回答: whether the room can be used.</summary>
    /// <param name="reason">Why not; needed only then.</param>
    /// <exception cref="RuleBroken">It was answered already, or nobody says why not.</exception>
    public void Answer(bool accepts, string? reason, string by, DateTime nowUtc)
    {
        if (WhyNotAnswer() is { } why)
        {
            throw new RuleBroken(why);
        }

        var words = JapaneseText.Clean(reason);
        Demand(accepts || words.Length > 0, "使えない理由を入力してください。", "Input.Reason");
        Demand(JapaneseText.Length(words) <= 100, "理由を100字までで入力してください。", "Input.Reason");
        (State, Reason, AnsweredAt, AnsweredBy) = (accepts ? MeetingState.Accepted : MeetingState.Declined, accepts ? "" : words, nowUtc, by);
    }

    public string? WhyNotWithdraw(DateTime nowUtc) =>
        !IsLive ? "この申し出は、もう終わっています。" : Date.ToUtc(From) <= nowUtc ? "始まった個人演説会は取り下げられません。" : null;

    /// <exception cref="RuleBroken">It is over, or has begun.</exception>
    public void Withdraw(DateTime nowUtc)
    {
        if (WhyNotWithdraw(nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        State = MeetingState.Withdrawn;
    }

    /// <summary>An earlier one was not held after all: this is the first use now, and free.</summary>
    public void BecomeFirst()
    {
        if (!IsFirst)
        {
            Add(new FeeLine("1回目の使用になったため（無料）", -Yen, FreeArticle));
        }
    }

    /// <summary>Nothing tells any more who it was; election, room, time and money stay.</summary>
    public void Erase() => (Candidate, Kana, Phone, KanaKey, PhoneKey, CandidateKey) = (Hirer.ErasedName, "", "", "", "", "");

    private void Add(FeeLine line)
    {
        fees.Add(new MeetingFee { MeetingId = Id, Line = fees.Count + 1, Label = line.Label, Yen = line.Yen, Article = line.Article });
        Yen = fees.Sum(f => f.Yen);
    }

    private static void Demand(bool holds, string sentence, string field) => _ = holds ? true : throw new RuleBroken(sentence, field);
}

/// <summary>A line of the fee as it was explained.</summary>
internal sealed class MeetingFee
{
    public required Guid MeetingId { get; init; }

    public required int Line { get; init; }

    public required string Label { get; init; }

    public required int Yen { get; init; }

    public required string Article { get; init; }

    public FeeLine Shown => new(Label, Yen, Article);
}
