using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Where who hires, waits for or draws for a room is telephoned when a mail did not arrive.</summary>
internal sealed class HirerTelephones(BookingDb db) : ITelephones
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default)
    {
        var hires = await db.Hires.Where(h => subjects.Contains(h.Id) && h.Hirer.Phone != "").Select(h => new { h.Id, h.Hirer.Phone }).ToDictionaryAsync(h => h.Id, h => h.Phone, cancellation);
        return new[] { hires, await AskedAsync(db.Waits), await AskedAsync(db.LotteryEntries), await AskedAsync(db.Seasons) }.SelectMany(p => p).ToDictionary();

        Task<Dictionary<Guid, string>> AskedAsync<T>(IQueryable<T> requests)
            where T : HireRequest =>
            requests.Where(r => subjects.Contains(r.Id) && r.Hirer.Phone != "").Select(r => new { r.Id, r.Hirer.Phone }).ToDictionaryAsync(r => r.Id, r => r.Phone, cancellation);
    }
}
