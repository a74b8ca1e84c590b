using Kominkan.Facilities.Contracts;

namespace Kominkan.Notifications.Monthly;

/// <summary>Days on which city hall works: Monday to Friday, no holiday, not from 29 December to 3 January. Source: 行政機関の休日 as cities set it by ordinance.</summary>
internal static class WorkingDays
{
    public static bool IsWorkingDay(this IOpeningCalendar calendar, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && calendar.HolidayOn(day) is null && (day.Month, day.Day) is not ((12, >= 29) or (1, <= 3));

    /// <summary>The first working day that is still to come, of this month or the next.</summary>
    public static DateOnly NextFirst(this IOpeningCalendar calendar, DateOnly today) =>
        today < calendar.FirstOf(today) ? calendar.FirstOf(today) : calendar.FirstOf(today.AddMonths(1));

    public static DateOnly FirstOf(this IOpeningCalendar calendar, DateOnly month)
    {
        var day = new DateOnly(month.Year, month.Month, 1);
        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
