using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>
/// Asks every module each morning what must be remembered, before the hours in which mail goes out: what falls together
/// for one person then travels as one mail. What was said already is not said again.
/// </summary>
internal sealed class PostReminders(NotificationsDb db, IEnumerable<IReminders> modules, IMessages messages, IHallDirectory halls, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var directory = await halls.GetAsync(cancellation);
        var staff = await db.Subscriptions.AsNoTracking().Where(s => s.Reminders && s.StoppedAt == null).ToListAsync(cancellation);
        var batch = new List<NewMessage>();
        foreach (var module in modules)
        {
            // A module's list is read to its end before anything is written: a half-read answer would hold the connection.
            await foreach (var reminder in module.DueAsync(today, cancellation))
            {
                batch.AddRange(Recipients(reminder, staff, directory).Select(r => Write(reminder, r)));
            }
        }

        foreach (var part in batch.Chunk(AtOnce))
        {
            await messages.PostAsync(part, cancellation);
        }
    }

    private static IEnumerable<MessageRecipient> Recipients(Reminder reminder, List<Subscription> staff, HallDirectory halls) =>
        reminder.Recipient is { } one ? [one]
        : staff.Where(s => reminder.HallId is { } id && halls.Find(id) is { } hall ? s.Covers(hall) : s.HallId is null && s.Ward is null).Select(s => new MessageRecipient(s.Name, s.Mail));

    private static NewMessage Write(Reminder r, MessageRecipient recipient) => new()
    {
        Kind = r.Kind,
        Subject = r.Subject,
        Period = r.Period,
        Recipient = recipient,
        Values = r.Values,
        HallId = r.HallId,
        Channel = r.Channel,
        LinkPath = r.LinkPath,
        LinkLabel = r.LinkLabel,
        About = r.About,
    };
}
