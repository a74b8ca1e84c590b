using System.Globalization;

namespace Kominkan.Facilities.Domain;

/// <summary>What opens: the building with its rooms, or the library room inside it.</summary>
internal enum OpeningPart
{
    Hall,
    Library,
}

[Flags]
internal enum Weekdays
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
}

/// <summary>What a rule says, apart from where and since when.</summary>
/// <param name="OtherDays">Weekdays with other hours than the rest.</param>
/// <param name="ClosedOn">The weekly closing day, if any.</param>
/// <param name="ShiftsOnHoliday">A closing day that is a national holiday moves to the next day that is none.</param>
/// <param name="MonthlyNth">With <paramref name="MonthlyOn"/>: closed on the n-th such weekday of each month too; 1 to 4.</param>
/// <param name="NewYearFrom">First day of the New Year's closing as month and day: 1229.</param>
/// <param name="NewYearTo">Its last day: 103.</param>
internal sealed record OpeningTerms(
    TimeOnly Opens, TimeOnly Closes,
    Weekdays OtherDays, TimeOnly? OtherOpens, TimeOnly? OtherCloses,
    DayOfWeek? ClosedOn, bool ShiftsOnHoliday,
    int? MonthlyNth, DayOfWeek? MonthlyOn,
    int? NewYearFrom, int? NewYearTo);

/// <summary>
/// Opening hours and closing days of one hall, or of every hall that has no rule of its own, from a day on. Rules of one
/// place follow each other and never overlap: the later one takes over on its first day.
/// </summary>
internal sealed class OpeningRule
{
    private const int Furthest = 10;

    /// <summary>Minutes.</summary>
    private const int Step = 15;

    private OpeningRule()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null: the city's rule.</summary>
    public Guid? HallId { get; private init; }

    public OpeningPart Part { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public DateOnly? ValidTo { get; private set; }

    public TimeOnly Opens { get; private set; }

    public TimeOnly Closes { get; private set; }

    public Weekdays OtherDays { get; private set; }

    public TimeOnly? OtherOpens { get; private set; }

    public TimeOnly? OtherCloses { get; private set; }

    public DayOfWeek? ClosedOn { get; private set; }

    public bool ShiftsOnHoliday { get; private set; }

    public int? MonthlyNth { get; private set; }

    public DayOfWeek? MonthlyOn { get; private set; }

    public int? NewYearFrom { get; private set; }

    public int? NewYearTo { get; private set; }

    /// <param name="others">The rules there are of the same hall and part; the one valid on the first day is ended.</param>
    /// <param name="today">When somebody decides it: what was open in the past stays so. Null for a history that is written down afterwards.</param>
    /// <exception cref="RuleBroken">A first day in the past, hours the wrong way round, a date that does not exist, or a rule that begins the same day.</exception>
    public static OpeningRule Set(Guid? hallId, OpeningPart part, DateOnly from, OpeningTerms terms, IEnumerable<OpeningRule> others, DateOnly? today = null)
    {
        if (from < today || from > today?.AddYears(Furthest))
        {
            throw new RuleBroken($"いつからかは、今日から{Furthest}年の間の日にしてください。", "Input.From");
        }

        var same = others.Where(o => o.HallId == hallId && o.Part == part).ToList();
        if (same.Exists(o => o.ValidFrom == from))
        {
            throw new RuleBroken("同じ日に始まる規則があります。別の日にしてください。", "Input.From");
        }

        var rule = new OpeningRule
        {
            HallId = hallId,
            Part = part,
            ValidFrom = from,
            ValidTo = same.Where(o => o.ValidFrom > from).MinBy(o => o.ValidFrom)?.ValidFrom.AddDays(-1),
        };
        rule.Take(terms);
        foreach (var before in same.Where(o => o.ValidFrom < from && (o.ValidTo is null || o.ValidTo >= from)))
        {
            before.ValidTo = from.AddDays(-1);
        }

        return rule;
    }

    /// <exception cref="RuleBroken">The last day is past, the rule ends earlier already, or it would end before it began.</exception>
    public void End(DateOnly lastDay, DateOnly today)
    {
        if (lastDay < today)
        {
            throw new RuleBroken("終わりの日は、今日か、その後の日にしてください。", "Input.LastDay");
        }

        if (lastDay < ValidFrom)
        {
            throw new RuleBroken("終わりの日は、始まりの日と同じか後にしてください。", "Input.LastDay");
        }

        if (ValidTo < lastDay)
        {
            throw new RuleBroken("この規則は、その日より前に終わります。日付を確かめてください。", "Input.LastDay");
        }

        ValidTo = lastDay;
    }

    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);

    /// <summary>Why the rule closes the day, or null when it is open.</summary>
    public string? WhyClosed(DateOnly date)
    {
        if (IsNewYear(date))
        {
            return "年末年始";
        }

        if (ClosedOn is { } weekly && ClosesOn(date, d => d.DayOfWeek == weekly) is { } week)
        {
            return Name(weekly) + "曜休館" + (week ? "の振り替え" : "");
        }

        if (MonthlyNth is { } nth && MonthlyOn is { } on && ClosesOn(date, d => d.DayOfWeek == on && (d.Day - 1) / 7 + 1 == nth) is { } month)
        {
            return (Part == OpeningPart.Library ? "図書整理日" : $"第{nth}{Name(on)}曜休館") + (month ? "の振り替え" : "");
        }

        return null;
    }

    public (TimeOnly From, TimeOnly To) HoursOn(DateOnly date) =>
        OtherDays.HasFlag(Of(date.DayOfWeek)) && OtherOpens is { } opens && OtherCloses is { } closes ? (opens, closes) : (Opens, Closes);

    /// <summary>The rule in words, one sentence each.</summary>
    public IEnumerable<string> Sentences()
    {
        var subject = Part == OpeningPart.Library ? "図書室" : "";
        yield return $"{(Part == OpeningPart.Library ? "図書室の時間は" : "開館時間は")}{Opens.Spoken()}から{Closes.Spoken()}までです。";
        if (OtherDays != Weekdays.None)
        {
            yield return $"{subject}{(subject.Length > 0 ? "は" : "")}{Names(OtherDays)}は{OtherOpens!.Value.Spoken()}から{OtherCloses!.Value.Spoken()}までです。";
        }

        var closed = Part == OpeningPart.Library ? "休みです" : "休館です";
        if (ClosedOn is { } weekly)
        {
            var day = Name(weekly) + "曜日";
            yield return $"{(subject.Length > 0 ? subject + "は" : "")}毎週{day}が{closed}。" + (ShiftsOnHoliday ? $"{day}が祝日のときは開き、その後の祝日でない日に休みます。" : "");
        }

        if (MonthlyNth is { } nth && MonthlyOn is { } on)
        {
            yield return $"{(subject.Length > 0 ? subject + "は" : "")}毎月第{nth}{Name(on)}曜日{(Part == OpeningPart.Library ? "（図書整理日）" : "")}が{closed}。";
        }

        if (NewYearFrom is { } from && NewYearTo is { } to)
        {
            yield return $"{(subject.Length > 0 ? subject + "は" : "")}年末年始（{Printed.MonthDay(from)}から{Printed.MonthDay(to)}まで）は{closed}。";
        }
    }

    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (int)day);

    public static string Name(DayOfWeek day) => "日月火水木金土"[(int)day].ToString(CultureInfo.InvariantCulture);

    private static string Names(Weekdays days) =>
        string.Join("・", Enum.GetValues<DayOfWeek>().Where(d => days.HasFlag(Of(d))).Select(Name)) + "曜日";

    private void Take(OpeningTerms t)
    {
        // Rooms are hired by the quarter of an hour: a time between two would be lost or hired twice.
        foreach (var (time, field) in new (TimeOnly?, string)[] { (t.Opens, "Input.Opens"), (t.Closes, "Input.Closes"), (t.OtherOpens, "Input.OtherOpens"), (t.OtherCloses, "Input.OtherCloses") })
        {
            if (time is { } given && given.Ticks % TimeSpan.FromMinutes(Step).Ticks != 0)
            {
                throw new RuleBroken($"時刻は{Step}分きざみで入力してください。", field);
            }
        }

        if (t.Closes <= t.Opens)
        {
            throw new RuleBroken("閉める時刻は、開ける時刻より後にしてください。", "Input.Closes");
        }

        if (t.OtherDays != Weekdays.None && (t.OtherOpens is null || t.OtherCloses is null || t.OtherCloses <= t.OtherOpens))
        {
            throw new RuleBroken("ほかの時間の曜日には、開ける時刻と閉める時刻を入れてください。", "Input.OtherOpens");
        }

        if (t.MonthlyNth is < 1 or > 4 || t.MonthlyNth is null != t.MonthlyOn is null)
        {
            throw new RuleBroken("毎月の休みは、第1から第4までと曜日の両方を選んでください。", "Input.MonthlyNth");
        }

        if (t.NewYearFrom is null != t.NewYearTo is null || !Exists(t.NewYearFrom) || !Exists(t.NewYearTo) || t.NewYearFrom < 1200 || t.NewYearTo >= 200)
        {
            throw new RuleBroken("年末年始の休みは、12月の日から1月の日までで入れてください。", "Input.NewYearFrom");
        }

        (Opens, Closes, ClosedOn, ShiftsOnHoliday) = (t.Opens, t.Closes, t.ClosedOn, t.ShiftsOnHoliday);
        (OtherDays, OtherOpens, OtherCloses) = t.OtherDays == Weekdays.None ? (Weekdays.None, null, null) : (t.OtherDays, t.OtherOpens, t.OtherCloses);
        (MonthlyNth, MonthlyOn, NewYearFrom, NewYearTo) = (t.MonthlyNth, t.MonthlyOn, t.NewYearFrom, t.NewYearTo);
    }

    private static bool Exists(int? monthDay) => monthDay is null or (>= 101 and <= 131) or (>= 1201 and <= 1231);

    private bool IsNewYear(DateOnly date)
    {
        var day = date.Month * 100 + date.Day;
        return NewYearFrom is { } from && NewYearTo is { } to && (day >= from || day <= to);
    }

    /// <summary>Null: open; false: closed on the day itself; true: closed in place of a holiday before it.</summary>
    private bool? ClosesOn(DateOnly date, Func<DateOnly, bool> isClosingDay)
    {
        if (!ShiftsOnHoliday)
        {
            return isClosingDay(date) ? false : null;
        }

        if (NationalHolidays.NameOn(date) is not null)
        {
            return null;
        }

        if (isClosingDay(date))
        {
            return false;
        }

        for (var before = date.AddDays(-1); NationalHolidays.NameOn(before) is not null; before = before.AddDays(-1))
        {
            if (isClosingDay(before))
            {
                return true;
            }
        }

        return null;
    }
}
