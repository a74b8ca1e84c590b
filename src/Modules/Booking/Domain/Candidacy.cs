namespace Kominkan.Booking.Domain;

/// <summary>Who stands in which election, as the election commission wrote.</summary>
/// <param name="Phone">Where the candidate's office is reached.</param>
internal sealed record Candidacy(string Election, string Name, string Kana, string Phone)
{
    public const int LongestElection = 60;
    public const int LongestName = 100;

    /// <summary>The same candidate in the same election, however it was typed.</summary>
    public string Key => $"{Solid(Election)}/{Solid(JapaneseText.ToKatakana(JapaneseText.Clean(Kana)))}";

    /// <exception cref="RuleBroken">A text is missing, too long, or no kana or telephone number.</exception>
    public void Demand()
    {
        Demand(Election, LongestElection, "選挙の名前", "Input.Election");
        Demand(Name, LongestName, "候補者の氏名", "Input.Candidate");
        Demand(Kana, LongestName, "フリガナ", "Input.Kana");
        if (!JapaneseText.IsKatakana(JapaneseText.ToKatakana(JapaneseText.Clean(Kana))))
        {
            throw new RuleBroken("フリガナは、ひらがなかカタカナで入力してください。", "Input.Kana");
        }

        var phone = JapaneseText.PhoneKey(Phone);
        if (phone.Length is not (10 or 11) || phone[0] != '0')
        {
            throw new RuleBroken("電話番号は市外局番から、10けたか11けたの数字で入力してください。", "Input.Phone");
        }
    }

    private static void Demand(string text, int longest, string what, string field)
    {
        if (JapaneseText.Length(JapaneseText.Clean(text)) is var length && (length == 0 || length > longest))
        {
            throw new RuleBroken($"{what}を{longest}字までで入力してください。", field);
        }
    }

    private static string Solid(string text) => string.Concat(JapaneseText.SearchKey(text).Where(char.IsLetterOrDigit));
}

/// <summary>What the law leaves to be counted, as it stands today.</summary>
/// <param name="Minutes">The longest meeting.</param>
/// <param name="DaysBefore">So many days before the day it must have been asked for.</param>
/// <param name="UntilHour">At this hour of that day at the latest.</param>
/// <param name="DaysAhead">So many days after it was asked for at the latest.</param>
internal sealed record MeetingLimits(int Minutes, int DaysBefore, int UntilHour, int DaysAhead);
