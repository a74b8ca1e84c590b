namespace Kominkan.People.Domain;

/// <summary>理由を書いて見る: for a while an account sees what records of people hide from it, of one person, for a reason the audit keeps.</summary>
internal sealed class Reveal
{
    public static readonly CityRule Minutes = new("people.reveal-minutes", "理由を選んで見た人の記録を、続けて見られる時間", "分", 15, 1, 480);

    public const string ForComparing = "同じ方かどうかの確認";

    /// <summary>Chosen, not written: nobody puts a name into the audit.</summary>
    public static readonly string[] Reasons = ["本人からの問い合わせ", "申し込みや予約の連絡", "記録の訂正", ForComparing, "けが・急病・災害", "調査・監査への回答"];

    private Reveal()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTime Until { get; private init; }

    /// <exception cref="RuleBroken">The reason is none of the list.</exception>
    public static Reveal For(string reason, Guid person, Guid account, DateTime until) =>
        Reasons.Contains(reason) ? new() { PersonId = person, AccountId = account, Until = until } : throw new RuleBroken("見る理由を選んでください。", "Input.Reason");
}
