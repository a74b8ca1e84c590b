using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Holds the cap of a party's month: counted behind the party's lock, in every hall, whichever way they book.</summary>
internal sealed class Caps(BookingDb db, RuleBook book, PartyLock partyLock, TimeProvider clock)
{
    /// <summary>Nobody else of the party books meanwhile. Taken before the room's spaces, always.</summary>
    public Task LockAsync(UserClass user, Hirer hirer, CancellationToken cancellation = default) => partyLock.TakeAsync(Party.KeyOf(user, hirer), cancellation);

    /// <summary>Why the party cannot book so much more in the month now, as a sentence, or null.</summary>
    /// <param name="bands">The bands of the new hire; empty by the hour.</param>
    /// <param name="countsWon">Whether what they won in a draw and have not confirmed counts.</param>
    public async Task<string?> WhyNotAsync(UserClass user, Hirer hirer, DateOnly use, string bands, bool countsWon = true, CancellationToken cancellation = default)
    {
        var (today, key) = (clock.Today(), Party.KeyOf(user, hirer));
        if (key.Length == 0 || (await book.GetAsync(cancellation)).CapOn(user, today) is not { } cap || !cap.HoldsOn(today, use))
        {
            return null;
        }

        var first = new DateOnly(use.Year, use.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var booked = await db.Hires.IgnoreQueryFilters().Where(h => h.PartyKey == key && h.Date >= first && h.Date <= last && h.State != HireState.Cancelled && h.State != HireState.Refused && (countsWon || h.State != HireState.Won))
            .Select(h => h.Bands).ToListAsync(cancellation);
        return cap.WhyNot(booked.Sum(UseCap.CountOf), UseCap.CountOf(bands), use, today);
    }

    /// <exception cref="RuleBroken">It would be more than the cap.</exception>
    public async Task DemandAsync(UserClass user, Hirer hirer, DateOnly use, string bands, bool countsWon = true, CancellationToken cancellation = default) =>
        _ = await WhyNotAsync(user, hirer, use, bands, countsWon, cancellation) is { } why ? throw new RuleBroken(why) : true;
}

/// <summary>One at a time books for a party: two browsers of one group would both find the last of their month free.</summary>
internal class PartyLock(AppDatabase database)
{
    public virtual Task TakeAsync(string party, CancellationToken cancellation = default) =>
        party.Length == 0 ? Task.CompletedTask : database.TakeTurnAsync($"booking.party/{party}", cancellation);
}
