using Kominkan.Facilities.Contracts;
using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Monthly;

/// <summary>
/// On the first working day of a month each subscriber is told about the month before. Asked again on the days after,
/// which finds nothing to do unless the program was down on the day.
/// </summary>
internal sealed class PostMonthlySummaries(NotificationsDb db, IMessages messages, MonthlySummary summary, IOpeningCalendar calendar, IHallDirectory halls, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        if (today < calendar.FirstOf(today))
        {
            return;
        }

        var month = MonthlyMessages.LastMonth(today);
        var period = $"{month:yyyy-MM}";
        var told = await db.Messages.Where(m => m.Kind == MonthlyMessages.Kind && m.Period == period).Select(m => m.Subject).ToListAsync(cancellation);
        var directory = await halls.GetAsync(cancellation);
        foreach (var same in (await db.Subscriptions.AsNoTracking().ToListAsync(cancellation)).OrderBy(s => s.Id).GroupBy(s => s.Destination))
        {
            if (same.FirstOrDefault(s => s.Monthly && s.StoppedAt is null) is not { } s || same.Any(o => told.Contains(o.Id)))
            {
                continue;
            }

            // The first who was ever subscribed stands for all of them: a message is the same by its subject, period and address.
            await messages.PostAsync(Write(s, same.First().Id, period, (await summary.OfAsync(month, s.HallId, s.Ward, keep: true, cancellation)).Values, directory), cancellation);
        }
    }

    private static NewMessage Write(Subscription s, Guid subject, string period, IReadOnlyDictionary<string, MessageValue> values, HallDirectory halls) => new()
    {
        Kind = MonthlyMessages.Kind,
        Subject = subject,
        Period = period,
        Recipient = new MessageRecipient(s.Name, s.Mail),
        HallId = s.HallId,
        Values = values,
        LinkPath = $"/staff/reports/monthly/{period}{(s.HallId is { } id && halls.Find(id) is { } hall ? "?hall=" + hall.No : "")}",
        LinkLabel = "もとになった記録を見る",
        News = true,
    };
}
