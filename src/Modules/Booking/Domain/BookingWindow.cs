namespace Kominkan.Booking.Domain;

/// <summary>Who hires.</summary>
internal enum UserClass
{
    /// <summary>団体・サークル</summary>
    Group,

    /// <summary>個人</summary>
    Individual,
}

/// <summary>How time is sold.</summary>
internal enum HireProduct
{
    /// <summary>区分</summary>
    Band,

    /// <summary>時間</summary>
    Hourly,
}

/// <summary>How a booking came in.</summary>
internal enum HireChannel
{
    Web,
    Counter,
    Phone,

    /// <summary>記録: from a list of the past.</summary>
    Record,
}

/// <summary>
/// How early one may book. Counted in months, the days of a month open together on the first of an earlier month, or the
/// next day the hall is open, on the web first and at the desk on the hall's next open day; counted in days, each opens by itself.
/// </summary>
internal sealed class BookingWindow : DatedRule
{
    private BookingWindow()
    {
    }

    public UserClass UserClass { get; private init; }

    public HireProduct Product { get; private init; }

    /// <summary>To the end of so many months ahead.</summary>
    public int? MonthsAhead { get; private init; }

    public int? DaysAhead { get; private init; }

    /// <summary>On the web, on the first day.</summary>
    public TimeOnly WebOpens { get; private init; }

    /// <summary>At the counter and on the telephone.</summary>
    public TimeOnly DeskOpens { get; private init; }

    public override string Subject => $"{UserClass}/{Product}";

    /// <exception cref="RuleBroken">Neither months nor days, or out of range.</exception>
    public static BookingWindow Set(UserClass user, HireProduct product, int? months, int? days, TimeOnly webOpens, TimeOnly deskOpens, DateOnly validFrom, bool isSample = false)
    {
        if (months is null == days is null)
        {
            throw new RuleBroken("何か月先までか、何日前からかの、どちらか一方を入力してください。", "Input.Months");
        }

        if (months is < 0 or > 24)
        {
            throw new RuleBroken("月の数は0から24までで入力してください。", "Input.Months");
        }

        if (days is < 0 or > 730)
        {
            throw new RuleBroken("日の数は0から730までで入力してください。", "Input.Days");
        }

        return new BookingWindow { UserClass = user, Product = product, MonthsAhead = months, DaysAhead = days, WebOpens = webOpens, DeskOpens = deskOpens, ValidFrom = validFrom, IsSample = isSample };
    }

    /// <summary>The first day, before it is known whether the hall is open on it.</summary>
    public DateOnly OpeningDayOf(DateOnly use) => MonthsAhead is { } months ? new DateOnly(use.Year, use.Month, 1).AddMonths(-months) : use.AddDays(-DaysAhead!.Value);
}
