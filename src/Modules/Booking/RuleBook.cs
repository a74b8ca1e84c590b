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

    private sealed record Kept(HireRules Rules, DateTime ReadAt, int Changes);

    public async ValueTask<HireRules> GetAsync(CancellationToken cancellation = default)
    {
        if (kept is { } k && k.Changes == Volatile.Read(ref changes) && clock.UtcNow() - k.ReadAt < MaximumAge)
        {
            return k.Rules;
        }

        var (before, readAt) = (Volatile.Read(ref changes), clock.UtcNow());
        await using var scope = scopes.CreateScopeBesideThePool();
        var rules = await ReadAsync(scope.ServiceProvider.GetRequiredService<BookingDb>(), cancellation);
        kept = new(rules, readAt, before);
        return rules;
    }

    public void Forget() => Interlocked.Increment(ref changes);

    public static async Task<HireRules> ReadAsync(BookingDb db, CancellationToken cancellation) => new(
        await db.Bands.AsNoTracking().ToListAsync(cancellation),
        await db.Windows.AsNoTracking().ToListAsync(cancellation),
        await db.CancelTerms.AsNoTracking().ToListAsync(cancellation),
        await db.Caps.AsNoTracking().ToListAsync(cancellation),
        await db.LotteryRules.AsNoTracking().ToListAsync(cancellation));
}
