using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>Who may book nothing new for a while: looked up behind the party's lock, in every hall, whichever way they book.</summary>
internal sealed class Points(BookingDb db, HireQueries queries, IHallDirectory halls, TimeProvider clock)
{
    /// <summary>How the party stands today.</summary>
    public async Task<PointStanding> OfAsync(string party, CancellationToken cancellation = default) => (await ReadAsync(party, cancellation)).Standing;

    /// <summary>Why the party cannot book now, as a sentence, or null. What they have booked already stays theirs.</summary>
    public async Task<string?> WhyNotAsync(UserClass user, Hirer hirer, CancellationToken cancellation = default)
    {
        var (standing, last) = await ReadAsync(Party.KeyOf(user, hirer), cancellation);
        return standing.Until is not { } until ? null
            : $"{(user == UserClass.Group ? "この団体" : "この方")}の新しい予約は、{until.Long()}から受け付けます。"
            + $"利用の点数の決まりのためです。くわしくは{(await halls.GetAsync(cancellation)).NameOf(last!.HallId)}におたずねください。";
    }

    /// <exception cref="RuleBroken">They have too many points.</exception>
    public async Task DemandAsync(UserClass user, Hirer hirer, CancellationToken cancellation = default) =>
        _ = await WhyNotAsync(user, hirer, cancellation) is { } why ? throw new RuleBroken(why) : true;

    private async Task<(PointStanding Standing, PointCase? Last)> ReadAsync(string party, CancellationToken cancellation)
    {
        var given = party.Length == 0 ? [] : await queries.PointsAsync(db, party, cancellation);
        // Rules from the database and not from memory: a decision goes by what is so now.
        return given.Count == 0 ? (new([], null), null) : ((await RuleBook.ReadPointsAsync(db, cancellation)).StandingOf(given, clock.Today()), given.MaxBy(p => p.DecidedAt));
    }
}
