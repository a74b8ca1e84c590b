namespace Kominkan.Booking.Domain;

/// <summary>不許可: the city says no to what was asked for, by a reason of its ordinance, and says how to appeal.</summary>
internal sealed partial class RoomHire
{
    public const int LongestExplanation = 300;

    /// <summary>Null for most; must be loaded where it is asked for.</summary>
    public HireRefusal? Refusal { get; private set; }

    /// <summary>取消か不許可: it has no room and counts for nothing.</summary>
    public bool IsOff => State is HireState.Cancelled or HireState.Refused;

    public string? WhyNotRefuse() => State switch
    {
        HireState.Booked => null,
        HireState.Refused => "この予約はもう不許可にしています。",
        HireState.Cancelled => "取り消した予約は不許可にできません。",
        HireState.Permitted => "許可した予約です。使えないときは取り消してください。",
        HireState.Won => "当選した方の返事を待っています。返事のあとで決めてください。",
        _ => "利用が終わった予約は不許可にできません。",
    };

    /// <summary>利用を許可しない: nothing is owed. Reason and appeal stay with it as they were told, whatever the rules say later.</summary>
    /// <param name="reason">Valid today.</param>
    /// <param name="form">How the notice is headed and what it says of appeals; null while the city has none.</param>
    /// <param name="explanation">What staff add in their own words; may be empty.</param>
    /// <exception cref="RuleBroken">It waits for no decision, the city has no notice, or the explanation is too long.</exception>
    public void Refuse(RefusalReason reason, RefusalForm? form, string? explanation, string by, DateTime nowUtc)
    {
        if (WhyNotRefuse() is { } why)
        {
            throw new RuleBroken(why);
        }

        var words = JapaneseText.Clean(explanation);
        if (JapaneseText.Length(words) > LongestExplanation)
        {
            throw new RuleBroken($"説明を{LongestExplanation}字までで入力してください。", "Input.Explanation");
        }

        var notice = form ?? throw new RuleBroken("不許可の通知の様式がありません。先に、貸館の規則で様式を定めてください。");
        (State, Owed) = (HireState.Refused, 0);
        Refusal = new HireRefusal { HireId = Id, Code = reason.Code, Reason = reason.Reason, Article = reason.Article, Title = notice.Title, FormNumber = notice.FormNumber, Issuer = notice.Issuer, Appeal = notice.Appeal, IsSample = notice.IsSample, Explanation = words, At = nowUtc, By = by };
    }
}

/// <summary>不許可の決定 as it was told: one for each hire that was refused.</summary>
internal sealed class HireRefusal
{
    public required Guid HireId { get; init; }

    /// <summary>Of the <see cref="RefusalReason"/>.</summary>
    public required string Code { get; init; }

    public required string Reason { get; init; }

    public required string Article { get; init; }

    public required string Title { get; init; }

    public required string FormNumber { get; init; }

    public required string Issuer { get; init; }

    /// <summary>教示: to whom and until when one may appeal, a paragraph a line.</summary>
    public required string Appeal { get; init; }

    /// <summary>Printed by a form that was made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>In staff's own words; may name people, and is erased with them.</summary>
    public string Explanation { get; init; } = "";

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>The reason with what was added to it.</summary>
    public string Told => Explanation.Length > 0 ? $"{Reason}（{Explanation}）" : Reason;

    public IReadOnlyList<string> AppealLines => Appeal.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
