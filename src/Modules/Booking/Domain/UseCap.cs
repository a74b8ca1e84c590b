namespace Kominkan.Booking.Domain;

/// <summary>How much one group or one person may book in a month of use, until some days before the use: then what is left is anybody's.</summary>
internal sealed class UseCap : DatedRule
{
    private UseCap()
    {
    }

    public UserClass UserClass { get; private init; }

    /// <summary>区分 in a month; a hire by the hour counts as one.</summary>
    public int Most { get; private init; }

    /// <summary>So many days before the use it no longer holds; 0 is never.</summary>
    public int FreeDays { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => $"{UserClass}";

    /// <exception cref="RuleBroken">A number is out of range, or the article is missing.</exception>
    public static UseCap Set(UserClass user, int most, int freeDays, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (most is < 1 or > 300)
        {
            throw new RuleBroken("上限は1区分から300区分までで入力してください。", "Input.Most");
        }

        if (freeDays is < 0 or > 60)
        {
            throw new RuleBroken("日の数は0から60までで入力してください。", "Input.FreeDays");
        }

        return new UseCap
        {
            UserClass = user,
            Most = most,
            FreeDays = freeDays,
            Article = Words(article, 60, "根拠の条例や規則を60字までで入力してください。", "Input.Article"),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <summary>The first day on which the use can be booked whatever was booked before; null for never.</summary>
    public DateOnly? LiftedOn(DateOnly use) => FreeDays == 0 ? null : use.AddDays(-FreeDays);

    public bool HoldsOn(DateOnly today, DateOnly use) => !(today >= LiftedOn(use));

    /// <summary>Why so much more cannot be booked today, or null.</summary>
    /// <param name="used">What the party has booked in the month of the use already.</param>
    public string? WhyNot(int used, int more, DateOnly use, DateOnly today) => !HoldsOn(today, use) || used + more <= Most ? null
        : $"{(UserClass == UserClass.Group ? "この団体" : "この方")}の{use.Month}月の予約は{used}区分で、上限は{Most}区分です。"
        + (LiftedOn(use) is { } lifted ? $"{lifted.MonthDay()}からは、上限なく予約できます。" : "ほかの月を選んでください。");

    /// <summary>午前・午後 counts twice, a time of the day once.</summary>
    public static int CountOf(string bands) => bands.Split('・').Length;
}
