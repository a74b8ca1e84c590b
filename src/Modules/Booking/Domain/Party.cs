namespace Kominkan.Booking.Domain;

/// <summary>Who counts as one and the same where something is given to each only so often: a group by its name, a person by kana and telephone number.</summary>
internal static class Party
{
    /// <summary>Empty where nobody can be told from anybody.</summary>
    public static string KeyOf(UserClass user, Hirer hirer) =>
        user == UserClass.Group ? Of("g", Solid(hirer.GroupName)) : Of("p", Solid(hirer.FamilyKana + hirer.GivenKana) + JapaneseText.PhoneKey(hirer.Phone));

    private static string Of(string kind, string key) => key.Length == 0 ? "" : $"{kind}:{key}";

    /// <summary>Folded, without what one writes now and leaves out then.</summary>
    private static string Solid(string text) => string.Concat(JapaneseText.SearchKey(text).Where(char.IsLetterOrDigit));
}
