namespace Kominkan.Facilities.Contracts;

/// <summary>Whether a hall is open on a day, and if not why.</summary>
/// <param name="From">Opening time, Japan time; null when closed.</param>
/// <param name="To">Closing time, Japan time; null when closed.</param>
/// <param name="Reason">Why it is closed (月曜休館, 年末年始, 設備点検 …) or the national holiday on which it is open; null on an ordinary day.</param>
public sealed record Opening(TimeOnly? From, TimeOnly? To, string? Reason)
{
    public bool IsOpen => From is not null;
}

/// <summary>Opening hours, weekly closing days, holidays and closures put together.</summary>
public interface IOpeningCalendar
{
    /// <summary>The building and its rooms. An unknown hall, or one without a rule, is closed with a reason that says so.</summary>
    ValueTask<Opening> OnAsync(Guid hallId, DateOnly date, CancellationToken cancellation = default);

    /// <summary>The library room, which keeps hours and days of its own; it is closed whenever the building is closed for a reason.</summary>
    ValueTask<Opening> LibraryOnAsync(Guid hallId, DateOnly date, CancellationToken cancellation = default);

    /// <summary>Name of the national holiday on the day, or null. Known for 2010 to 2099.</summary>
    string? HolidayOn(DateOnly date);
}
