namespace Kominkan.People.Domain;

/// <summary>What a group says of itself.</summary>
internal sealed record GroupDetails
{
    public string Name { get; init; } = "";

    public string Kana { get; init; } = "";

    public GroupKind Kind { get; init; }

    /// <summary>目的 and what they do.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>会則: the group's own rules, as they handed them in.</summary>
    public string Rules { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day of the registration, included.</summary>
    public DateOnly ValidUntil { get; init; }

    public GroupDetails Clean() => this with
    {
        Name = JapaneseText.Clean(Name),
        Kana = JapaneseText.ToKatakana(JapaneseText.Clean(Kana)),
        Purpose = JapaneseText.Clean(Purpose),
        Rules = JapaneseText.Clean(Rules),
        Phone = JapaneseText.Clean(Phone),
        Mail = JapaneseText.Clean(Mail),
    };

    /// <exception cref="RuleBroken">The first rule that is broken.</exception>
    public void Check()
    {
        if (Name.Length is 0 or > 100)
        {
            throw new RuleBroken("団体の名前を100文字までで入力してください。", "Input.Name");
        }

        if (!JapaneseText.IsKatakana(Kana) || Kana.Length > 100)
        {
            throw new RuleBroken("フリガナは、ひらがなかカタカナで入力してください。", "Input.Kana");
        }

        if (Purpose.Length > 1000)
        {
            throw new RuleBroken("目的は1000文字までで入力してください。", "Input.Purpose");
        }

        if (Rules.Length > 20_000)
        {
            throw new RuleBroken("会則は2万文字までで入力してください。", "Input.Rules");
        }

        if (ValidUntil < ValidFrom || ValidFrom.Year > 9990 || ValidUntil > ValidFrom.AddYears(5))
        {
            throw new RuleBroken("期限は、始まりの日から5年までの日にしてください。", "Input.ValidUntil");
        }

        var phone = JapaneseText.PhoneKey(Phone);
        if (Phone.Length > 0 && (phone.Length is not (10 or 11) || phone[0] != '0'))
        {
            throw new RuleBroken("電話番号は市外局番から、10けたか11けたの数字で入力してください。", "Input.Phone");
        }
    }
}
