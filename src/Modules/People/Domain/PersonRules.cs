using Kominkan.People.Contracts;

namespace Kominkan.People.Domain;

/// <summary>What details of a person must be, whoever gives them: a page, a resident, a file.</summary>
internal static class PersonRules
{
    public static readonly string[] Genders = ["女", "男", PersonDetails.Unknown];

    /// <summary>The same details without what no text needs, kana in katakana, 〒 as 860-0806.</summary>
    public static PersonDetails Clean(PersonDetails d) => d with
    {
        FamilyName = JapaneseText.Clean(d.FamilyName),
        GivenName = JapaneseText.Clean(d.GivenName),
        FamilyKana = JapaneseText.ToKatakana(JapaneseText.Clean(d.FamilyKana)),
        GivenKana = JapaneseText.ToKatakana(JapaneseText.Clean(d.GivenKana)),
        CardName = JapaneseText.Clean(d.CardName),
        Alias = JapaneseText.Clean(d.Alias),
        Gender = Genders.Contains(d.Gender) ? d.Gender : PersonDetails.Unknown,
        PostalCode = PostalTown.CodeOf(d.PostalCode) is { } code ? $"{code[..3]}-{code[3..]}" : JapaneseText.Clean(d.PostalCode),
        Town = JapaneseText.Clean(d.Town),
        Street = JapaneseText.Clean(d.Street),
        Phone = JapaneseText.Clean(d.Phone),
        Phone2 = JapaneseText.Clean(d.Phone2),
        Phone3 = JapaneseText.Clean(d.Phone3),
        Mail = JapaneseText.Clean(d.Mail),
        Language = JapaneseText.Clean(d.Language),
    };

    /// <exception cref="RuleBroken">The first rule that is broken.</exception>
    public static void Check(PersonDetails d, DateOnly today)
    {
        Refuse(d.FamilyName.Length == 0, "姓を入力してください。姓と名を分けない名前は、姓に入れてください。", "FamilyName");
        Refuse(d.FamilyKana.Length == 0 && d.CardName.Length == 0, "フリガナを入力してください。", "FamilyKana");
        Refuse(!JapaneseText.IsKatakana(d.FamilyKana + d.GivenKana), "フリガナは、ひらがなかカタカナで入力してください。", "FamilyKana");
        Refuse(d.Shown == NameShown.CardName && d.CardName.Length == 0, "在留カード名を表示するときは、在留カード名を入力してください。", "CardName");
        Refuse(d.Shown == NameShown.Alias && d.Alias.Length == 0, "通称を表示するときは、通称を入力してください。", "Alias");
        Refuse(d.Birth > today || d.Birth < today.AddYears(-130), "生年月日を確かめてください。", "Birth");
        Refuse(!Enum.IsDefined(d.Shown) || !Enum.IsDefined(d.Residency) || !Enum.IsDefined(d.Contact), "選択肢から選んでください。", null);
        Refuse(!IsPhone(d.Phone), NoPhone, "Phone");
        Refuse(!IsPhone(d.Phone2), NoPhone, "Phone2");
        Refuse(!IsPhone(d.Phone3), NoPhone, "Phone3");
        Refuse(d.Mail.Length > 0 && MailAddressRules.WhyNot(d.Mail) is not null, MailAddressRules.WhyNot(d.Mail) ?? "", "Mail");
        Refuse(d.Contact == ContactWay.Mail && d.Mail.Length == 0, "メールで連絡するには、メールを入力してください。", "Mail");
        Refuse(d.Contact == ContactWay.Postcard && d.Address.Length == 0, "はがきで連絡するには、住所を入力してください。", "Town");
        foreach (var (text, max, field) in new[] { (d.FamilyName, 100, "FamilyName"), (d.GivenName, 100, "GivenName"), (d.FamilyKana, 100, "FamilyKana"), (d.GivenKana, 100, "GivenKana"), (d.CardName, 100, "CardName"), (d.Alias, 100, "Alias"), (d.PostalCode, 20, "PostalCode"), (d.Town, 200, "Town"), (d.Street, 200, "Street"), (d.Language, 20, "Language") })
        {
            Refuse(text.Length > max, $"{max}文字までで入力してください。", field);
        }
    }

    private const string NoPhone = "電話番号は市外局番から、10けたか11けたの数字で入力してください。";

    /// <summary>Nothing, a number of this country, or one of another that says so with +.</summary>
    private static bool IsPhone(string text)
    {
        var key = JapaneseText.PhoneKey(text);
        return text.Length == 0 || (text.Length <= 40 && (JapaneseText.Narrow(text).StartsWith('+') ? key.Length is >= 8 and <= 15 : key.Length is 10 or 11 && key[0] == '0'));
    }

    private static void Refuse(bool broken, string sentence, string? field)
    {
        if (broken)
        {
            throw new RuleBroken(sentence, field is null ? null : "Input." + field);
        }
    }
}
