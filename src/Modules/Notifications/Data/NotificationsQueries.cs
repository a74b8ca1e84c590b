using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;

namespace Kominkan.Notifications.Data;

/// <summary>Questions several pages ask.</summary>
internal static class NotificationsQueries
{
    /// <summary>What somebody must tell by hand: calls, postcards, and mail that did not arrive. Codes that did not are of no use any more.</summary>
    public static IQueryable<Message> ByHand(this IQueryable<Message> messages) => messages.Where(m =>
        !m.Urgent && ((m.State == MessageState.Waiting && (m.Channel == MessageChannel.Phone || m.Channel == MessageChannel.Postcard)) || m.State == MessageState.Failed));
}
