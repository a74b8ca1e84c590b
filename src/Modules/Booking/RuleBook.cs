using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking;

/// <summary>The rules, kept in memory: forgotten when a change has been committed here, and at most a minute old because of other hosts.</summary>
internal sealed class RuleBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(60);

    private int changes;
    private Kept? kept;

    private sealed record Kept(HireRules Rules, FeeRules Fees, PointRules Points, ILookup<Guid, RoomPrice> Prices, DateTime ReadAt, int Changes);

    public async ValueTask<HireRules> GetAsync(CancellationToken cancellation = default) => (await KeptAsync(cancellation)).Rules;

    public async ValueTask<FeeRules> FeesAsync(CancellationToken cancellation = default) => (await KeptAsync(cancellation)).Fees;

    public async ValueTask<PointRules> PointsAsync(CancellationToken cancellation = default) => (await KeptAsync(cancellation)).Points;

    /// <summary>What a room costs on the day: for bands, and by the hour.</summary>
    public async ValueTask<IReadOnlyList<RoomPrice>> PricesAsync(Guid room, DateOnly date, CancellationToken cancellation = default) =>
        [.. (await KeptAsync(cancellation)).Prices[room].Where(p => p.IsValidOn(date))];

    private async ValueTask<Kept> KeptAsync(CancellationToken cancellation)
    {
        if (kept is { } k && k.Changes == Volatile.Read(ref changes) && clock.UtcNow() - k.ReadAt < MaximumAge)
        {
            return k;
        }

        var (before, readAt) = (Volatile.Read(ref changes), clock.UtcNow());
        await using var scope = scopes.CreateScopeBesideThePool();
        var db = scope.ServiceProvider.GetRequiredService<BookingDb>();
        return kept = new(await ReadAsync(db, cancellation), await ReadFeesAsync(db, cancellation), await ReadPointsAsync(db, cancellation), (await db.Prices.AsNoTracking().ToListAsync(cancellation)).ToLookup(p => p.RoomId), readAt, before);
    }

    public void Forget() => Interlocked.Increment(ref changes);

    public static async Task<HireRules> ReadAsync(BookingDb db, CancellationToken cancellation) => new(
        await db.Bands.AsNoTracking().ToListAsync(cancellation),
        await db.Windows.AsNoTracking().ToListAsync(cancellation),
        await db.CancelTerms.AsNoTracking().ToListAsync(cancellation),
        await db.Caps.AsNoTracking().ToListAsync(cancellation),
        await db.LotteryRules.AsNoTracking().ToListAsync(cancellation),
        await db.Purposes.AsNoTracking().ToListAsync(cancellation),
        await db.Ties.AsNoTracking().ToListAsync(cancellation));

    public static async Task<PointRules> ReadPointsAsync(BookingDb db, CancellationToken cancellation) => new(
        await db.PointRules.AsNoTracking().ToListAsync(cancellation),
        await db.PointLimits.AsNoTracking().ToListAsync(cancellation));

    private static async Task<FeeRules> ReadFeesAsync(BookingDb db, CancellationToken cancellation) => new(
        await db.Surcharges.AsNoTracking().ToListAsync(cancellation),
        await db.Equipment.AsNoTracking().ToListAsync(cancellation),
        await db.Roundings.AsNoTracking().ToListAsync(cancellation));
}
