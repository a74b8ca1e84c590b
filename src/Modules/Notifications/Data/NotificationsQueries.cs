using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Monthly;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Data;

/// <summary>Questions several pages ask.</summary>
internal static class NotificationsQueries
{
    /// <summary>What somebody must tell by hand: calls, postcards, and mail that did not arrive. Codes that did not are of no use any more.</summary>
    public static IQueryable<Message> ByHand(this IQueryable<Message> messages) => messages.Where(m =>
        !m.Urgent && ((m.State == MessageState.Waiting && (m.Channel == MessageChannel.Phone || m.Channel == MessageChannel.Postcard)) || m.State == MessageState.Failed));

    /// <summary>The refusals of these subscribers' addresses: they have stopped the monthly summary by the link in it.</summary>
    public static async Task<IReadOnlyDictionary<string, NewsRefusal>> MonthlyRefusalsAsync(this NotificationsDb db, params IEnumerable<Subscription> subscriptions)
    {
        var keys = subscriptions.Where(s => s.Monthly).Select(s => s.Destination.Address).Distinct().ToList();
        return await db.Refusals.Where(r => r.Kind == MonthlyMessages.Kind && keys.Contains(r.RecipientKey)).ToDictionaryAsync(r => r.RecipientKey);
    }
}
