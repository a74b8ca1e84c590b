using System.Collections.Concurrent;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// So many rooms are kept at a time for one address: a visitor without cookies could otherwise empty the calendar for some
/// minutes. Addresses stand in this host's memory alone, and only as long as what was kept for them.
/// </summary>
internal sealed class HoldCap(TimeProvider clock)
{
    /// <summary>Many people share one address: a hall's own computers, a telephone company's customers.</summary>
    public static readonly CityRule Most = new("booking.holds-per-address", "1つの接続先から同時に取り置ける部屋の数", "室", 50, 1, 1000);

    private readonly ConcurrentDictionary<Guid, (string Address, DateTime ExpiresAt)> kept = new();

    /// <param name="before">What the same visitor kept before, and gives back for the new one.</param>
    /// <exception cref="RuleBroken">The address has as many rooms as it may.</exception>
    public async Task DemandAsync(BookingDb db, string address, HireDraft? before, int most, CancellationToken cancellation = default)
    {
        var now = clock.UtcNow();
        var ids = kept.Where(k => k.Value.Address == address && k.Value.ExpiresAt > now && k.Key != before?.Id).Select(k => k.Key).ToList();
        if (ids.Count >= most && await db.Drafts.CountAsync(d => EF.Parameter(ids).Contains(d.Id) && d.HireId == null, cancellation) >= most)
        {
            throw new RuleBroken($"同じ接続先から取り置ける部屋は{most}室までです。しばらくしてから選んでください。");
        }
    }

    public void Remember(string address, HireDraft draft)
    {
        var now = clock.UtcNow();
        foreach (var (id, _) in kept.Where(k => k.Value.ExpiresAt <= now).ToList())
        {
            kept.TryRemove(id, out _);
        }

        kept[draft.Id] = (address, draft.ExpiresAt);
    }

    /// <summary>It is booked: the address may keep another one. What another host booked is counted in the database.</summary>
    public void Forget(HireDraft draft) => kept.TryRemove(draft.Id, out _);
}
