namespace Kominkan.Cashier.Domain;

internal enum ReversalState
{
    Asked,
    Approved,
    Refused,
}

/// <summary>取消の申請: who sees a mistake asks, and somebody else agrees.</summary>
internal sealed class Reversal : IHallOwned
{
    public const int LongestReason = 200;

    private Reversal()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    public Guid ReceiptId { get; private init; }

    /// <summary>The receipt while nobody has answered: only one can wait for it.</summary>
    public Guid? Waiting { get; private set; }

    public string Reason { get; private init; } = "";

    public Guid AskedById { get; private init; }

    public string AskedBy { get; private init; } = "";

    public DateTime AskedAt { get; private init; }

    public ReversalState State { get; private set; }

    public string AnsweredBy { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string Answer { get; private set; } = "";

    /// <exception cref="RuleBroken">It is a reversal itself, or there is no reason.</exception>
    public static Reversal Ask(Receipt receipt, string? reason, Guid byId, string by, DateTime nowUtc)
    {
        if (receipt.Kind == ReceiptKind.Reversal)
        {
            throw new RuleBroken("取消の記録は、もう取り消せません。新しく受け付けてください。");
        }

        return new Reversal { HallId = receipt.HallId, ReceiptId = receipt.Id, Waiting = receipt.Id, Reason = Words(reason, "Input.Reason"), AskedById = byId, AskedBy = by, AskedAt = nowUtc };
    }

    /// <summary>Why this account cannot answer, or null.</summary>
    public string? WhyNotAnswer(Guid byId) => State != ReversalState.Asked ? "この申請には、もう返事をしています。" : byId == AskedById ? "自分の申請は承認できません。ほかの方に頼んでください。" : null;

    /// <exception cref="RuleBroken">It is answered, or asked by the same account.</exception>
    public void Approve(Guid byId, string by, DateTime nowUtc) => Settle(ReversalState.Approved, byId, by, "", nowUtc);

    /// <exception cref="RuleBroken">It is answered, asked by the same account, or has no reason.</exception>
    public void Refuse(string? why, Guid byId, string by, DateTime nowUtc) => Settle(ReversalState.Refused, byId, by, Words(why, "Input.Reason"), nowUtc);

    private void Settle(ReversalState state, Guid byId, string by, string answer, DateTime nowUtc)
    {
        if (WhyNotAnswer(byId) is { } why)
        {
            throw new RuleBroken(why);
        }

        (State, Waiting, AnsweredBy, AnsweredAt, Answer) = (state, null, by, nowUtc, answer);
    }

    private static string Words(string? text, string field)
    {
        var clean = JapaneseText.Clean(text);
        return clean.Length > 0 && JapaneseText.Length(clean) <= LongestReason ? clean : throw new RuleBroken($"理由を{LongestReason}字までで入力してください。", field);
    }
}
