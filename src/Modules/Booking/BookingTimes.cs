using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking;

/// <summary>Whether a time can be booked at this moment: the hall is open, it is not over, and the window for it has opened.</summary>
internal sealed class BookingTimes(RuleBook book, DrawnRooms drawn, IOpeningCalendar openings, TimeProvider clock)
{
    /// <summary>Days looked at for the next on which the hall is open: a closure for works can be long.</summary>
    private const int Furthest = 60;

    private const string Unruled = "予約の受付の規則がまだありません。館に電話でおたずねください。";

    /// <summary>Why the time cannot be booked now, as a sentence that says what to do, or null.</summary>
    public async Task<string?> WhyNotAsync(Guid hall, RoomSlot slot, UserClass user, HireProduct product, HireChannel channel, CancellationToken cancellation = default)
    {
        var now = clock.UtcNow();
        if (slot.Date.ToUtc(slot.From) <= now)
        {
            return "始まる時刻を過ぎています。これからの時間を選んでください。";
        }

        if (await WhyClosedAsync(hall, slot, cancellation) is { } closed)
        {
            return closed;
        }

        if (await drawn.WhyNotAsync(hall, slot, cancellation) is { } byLot)
        {
            return byLot;
        }

        return await OpensAsync(hall, slot.Date, user, product, channel, cancellation) switch
        {
            null => Unruled,
            var opens when opens > now => $"予約の受付は{Wording.Moment(opens.Value)}からです。",
            _ => null,
        };
    }

    /// <summary>What can be booked of a room on the day on the web now, and by whom.</summary>
    public async Task<BookableDay> DayAsync(Room room, DateOnly date, HireProduct product, CancellationToken cancellation = default)
    {
        var opening = await openings.OnAsync(room.HallId, date, cancellation);
        var (now, classes, notYet) = (clock.UtcNow(), new List<UserClass>(), new List<string>());
        foreach (var user in new[] { UserClass.Group, UserClass.Individual })
        {
            var opens = await OpensAsync(room.HallId, date, user, product, HireChannel.Web, cancellation);
            if (opens <= now)
            {
                classes.Add(user);
            }
            else
            {
                notYet.Add(opens is null ? Unruled : $"{Wording.Of(user)}の予約の受付は、{Wording.Moment(opens.Value)}からです。");
            }
        }

        var why = date < DateOnly.FromDateTime(now.InJapan()) ? "過ぎた日です。これからの日を選んでください。"
            : !opening.IsOpen ? Closed(opening)
            : (await drawn.OnAsync(room.HallId, date, cancellation)).GetValueOrDefault(room.Id)?.Why ?? (classes.Count == 0 ? notYet[0] : null);
        return new BookableDay(why, classes, classes.Count == 1 ? notYet[0] : null, (from, to) => date.ToUtc(from) > now && from >= opening.From && to <= opening.To);
    }

    /// <summary>Why nobody can be in the hall at the time, or null; also asked of a time that was kept before the hall was closed.</summary>
    public async Task<string?> WhyClosedAsync(Guid hall, RoomSlot slot, CancellationToken cancellation = default)
    {
        var opening = await openings.OnAsync(hall, slot.Date, cancellation);
        return !opening.IsOpen ? Closed(opening)
            : slot.From < opening.From || slot.To > opening.To ? $"開館は{opening.From!.Value.Spoken()}から{opening.To!.Value.Spoken()}までです。その間で選んでください。"
            : null;
    }

    /// <summary>When booking of the day opens, UTC; null where no rule says so.</summary>
    public async Task<DateTime?> OpensAsync(Guid hall, DateOnly use, UserClass user, HireProduct product, HireChannel channel, CancellationToken cancellation = default)
    {
        if ((await book.GetAsync(cancellation)).WindowOn(user, product, clock.Today()) is not { } window)
        {
            return null;
        }

        var day = window.OpeningDayOf(use);
        if (window.MonthsAhead is null)
        {
            return day.ToUtc(channel == HireChannel.Web ? window.WebOpens : window.DeskOpens);
        }

        day = await NextOpenAsync(hall, day, cancellation);
        return channel == HireChannel.Web ? day.ToUtc(window.WebOpens) : (await NextOpenAsync(hall, day.AddDays(1), cancellation)).ToUtc(window.DeskOpens);
    }

    private static string Closed(Opening opening) => $"この日は休館です（{opening.Reason}）。ほかの日を選んでください。";

    private async Task<DateOnly> NextOpenAsync(Guid hall, DateOnly day, CancellationToken cancellation)
    {
        for (var n = 0; n < Furthest; n++)
        {
            if ((await openings.OnAsync(hall, day.AddDays(n), cancellation)).IsOpen)
            {
                return day.AddDays(n);
            }
        }

        return day;
    }
}

/// <param name="WhyNot">Why nothing can be booked, as a sentence that says what to do; null where something can.</param>
/// <param name="Classes">Who may book already.</param>
/// <param name="NotYet">From when the others may; null where everybody may.</param>
/// <param name="Has">Whether a time is still to come and the hall open then.</param>
internal sealed record BookableDay(string? WhyNot, IReadOnlyList<UserClass> Classes, string? NotYet, Func<TimeOnly, TimeOnly, bool> Has)
{
    public IEnumerable<Choice> Choices => Wording.Classes.Where(c => Classes.Any(u => u.ToString() == c.Value));
}
