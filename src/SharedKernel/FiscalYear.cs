namespace Kominkan.SharedKernel;

/// <summary>A Japanese fiscal year, 1 April of <paramref name="Year"/> to 31 March of the next.</summary>
public readonly record struct FiscalYear(int Year) : IComparable<FiscalYear>
{
    public static FiscalYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    public DateOnly FirstDay => new(Year, 4, 1);

    public DateOnly LastDay => new(Year + 1, 3, 31);

    public FiscalYear Previous => new(Year - 1);

    public Period Period => new(FirstDay, LastDay);

    /// <summary>平成26年度. The year of a change of era is called by the new one: 令和元年度.</summary>
    public override string ToString() => JapaneseEra.YearOf(Year == 2019 ? new DateOnly(2019, 5, 1) : FirstDay) + "度";

    public int CompareTo(FiscalYear other) => Year.CompareTo(other.Year);

    public static bool operator <(FiscalYear a, FiscalYear b) => a.Year < b.Year;

    public static bool operator >(FiscalYear a, FiscalYear b) => a.Year > b.Year;

    public static bool operator <=(FiscalYear a, FiscalYear b) => a.Year <= b.Year;

    public static bool operator >=(FiscalYear a, FiscalYear b) => a.Year >= b.Year;
}

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    public static Period Month(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    public bool Contains(DateOnly date) => date >= From && date <= To;
}
