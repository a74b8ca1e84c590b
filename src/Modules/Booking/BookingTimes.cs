using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>Whether a time can be booked at this moment: the hall is open, it is not over, and the window for it has opened.</summary>
internal sealed class BookingTimes(RuleBook book, DrawnRooms drawn, IOpeningCalendar openings, TimeProvider clock)
{
    /// <summary>Days looked at for the next on which the hall is open: a closure for works can be long.</summary>
    private const int Furthest = 60;

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
            null => "予約の受付の規則がまだありません。館に電話でおたずねください。",
            var opens when opens > now => $"予約の受付は{Wording.Moment(opens.Value)}からです。",
            _ => null,
        };
    }

    /// <summary>Why nobody can be in the hall at the time, or null; also asked of a time that was kept before the hall was closed.</summary>
    public async Task<string?> WhyClosedAsync(Guid hall, RoomSlot slot, CancellationToken cancellation = default)
    {
        var opening = await openings.OnAsync(hall, slot.Date, cancellation);
        return !opening.IsOpen ? $"この日は休館です（{opening.Reason}）。ほかの日を選んでください。"
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
