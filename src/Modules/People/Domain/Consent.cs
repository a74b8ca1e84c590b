namespace Kominkan.People.Domain;

/// <summary>What a person may be asked to agree to. A changed text is a new version; who agreed to an older one has not agreed to it.</summary>
internal sealed class ConsentPurpose
{
    private ConsentPurpose()
    {
    }

    private ConsentPurpose(string key, int version, string label, string effect, DateOnly from) =>
        (Key, Version, Label, Effect, From) = (key, version, label, effect, from);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The same in all versions: <c>photo</c>.</summary>
    public string Key { get; private init; } = "";

    public int Version { get; private init; }

    public string Label { get; private init; } = "";

    /// <summary>What happens when one agrees, in one or two sentences.</summary>
    public string Effect { get; private init; } = "";

    public DateOnly From { get; private init; }

    /// <summary>Last day it is asked, included.</summary>
    public DateOnly? Until { get; private set; }

    public bool IsAskedOn(DateOnly date) => From <= date && (Until is null || Until >= date);

    /// <exception cref="RuleBroken">A text is missing or too long.</exception>
    public static ConsentPurpose Begin(string key, string label, string effect, DateOnly from) => Make(key, 1, label, effect, from);

    /// <summary>A new text from a day on; this one ends the day before.</summary>
    /// <exception cref="RuleBroken">A text is missing, or the day is not after this version began.</exception>
    public ConsentPurpose Revise(string label, string effect, DateOnly from)
    {
        if (from <= From || Until is not null)
        {
            throw new RuleBroken("いまの文面より後の日から始めてください。", "Input.From");
        }

        var next = Make(Key, Version + 1, label, effect, from);
        Until = from.AddDays(-1);
        return next;
    }

    /// <exception cref="RuleBroken">It ends before it began.</exception>
    public void End(DateOnly last)
    {
        if (last < From)
        {
            throw new RuleBroken("終わりの日は、始まりの日と同じか後にしてください。", "Input.From");
        }

        Until = last;
    }

    private static ConsentPurpose Make(string key, int version, string label, string effect, DateOnly from)
    {
        (label, effect) = (JapaneseText.Clean(label), JapaneseText.Clean(effect));
        if (label.Length is 0 or > 50)
        {
            throw new RuleBroken("目的を50文字までで入力してください。", "Input.Label");
        }

        if (effect.Length is 0 or > 300)
        {
            throw new RuleBroken("同意するとどうなるかを300文字までで入力してください。", "Input.Effect");
        }

        return new(key, version, label, effect, from);
    }
}

/// <summary>An answer to a purpose. Answers are added, never changed: the latest counts.</summary>
internal sealed class Consent
{
    private Consent()
    {
    }

    public Consent(Guid personId, ConsentPurpose purpose, bool given, DateTime nowUtc, string by) =>
        (PersonId, PurposeKey, PurposeVersion, Given, At, By) = (personId, purpose.Key, purpose.Version, given, nowUtc, by);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private set; }

    public string PurposeKey { get; private init; } = "";

    public int PurposeVersion { get; private init; }

    public bool Given { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>Who wrote it down: a member of staff, or 本人.</summary>
    public string By { get; private init; } = "";

    public void MoveTo(Guid personId) => PersonId = personId;
}

/// <summary>本人確認: what was seen, when and by whom. No copy and no number of the document is kept.</summary>
internal sealed class IdentityCheck
{
    public static readonly string[] Documents = ["マイナンバーカード", "運転免許証", "在留カード", "旅券", "健康保険の資格確認書", "学生証・生徒手帳", "障害者手帳", "本人あての郵便物"];

    private IdentityCheck()
    {
    }

    /// <exception cref="RuleBroken">The document is not in the list, or the day is still to come.</exception>
    public IdentityCheck(Guid personId, string document, DateOnly seenOn, DateOnly today, Guid? byAccount, string by)
    {
        if (!Documents.Contains(document))
        {
            throw new RuleBroken("見たものを選んでください。", "Input.Document");
        }

        if (seenOn > today)
        {
            throw new RuleBroken("見た日は、今日までの日にしてください。", "Input.SeenOn");
        }

        (PersonId, Document, SeenOn, ByAccount, By) = (personId, document, seenOn, byAccount, by);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PersonId { get; private set; }

    public string Document { get; private init; } = "";

    public DateOnly SeenOn { get; private init; }

    public Guid? ByAccount { get; private init; }

    public string By { get; private init; } = "";

    public void MoveTo(Guid personId) => PersonId = personId;
}
