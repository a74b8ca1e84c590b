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

    /// <summary>What somebody has told by hand since then, and ticked off.</summary>
    public static IQueryable<Message> ToldByHand(this IQueryable<Message> messages, DateTime since) => messages.Where(m => m.State == MessageState.Done && m.EndedBy != null && m.EndedAt >= since);

    /// <summary>
    /// What each of these was overtaken by: the latest that was written to the same person about the same afterwards. The
    /// applicant has withdrawn, the course was called off, a place came free.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OvertakenAsync(this NotificationsDb db, IReadOnlyList<Message> messages)
    {
        var subjects = messages.Select(m => m.Subject).Distinct().ToList();
        var all = (await db.Messages.AsNoTracking().Where(m => subjects.Contains(m.Subject) && !m.Urgent && m.State != MessageState.Dropped)
            .Select(m => new { m.Subject, m.RecipientKey, m.Name, m.Title, m.PostedAt }).ToListAsync()).OrderBy(m => m.PostedAt).ToLookup(m => m.Subject);
        // Whoever has changed how they want to hear is the same person under another key.
        return messages.Select(m => (m.Id, Later: all[m.Subject].LastOrDefault(o => o.PostedAt > m.PostedAt && (o.RecipientKey == m.RecipientKey || o.Name == m.Name))))
            .Where(m => m.Later is not null).ToDictionary(m => m.Id, m => m.Later!.Title);
    }

    /// <summary>Telephone numbers of whom a mail did not reach, by the message's subject.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfUndeliveredAsync(this IEnumerable<ITelephones> modules, IReadOnlyList<Message> messages)
    {
        var (numbers, subjects) = (new Dictionary<Guid, string>(), messages.Where(m => m.IsUndeliveredMail).Select(m => m.Subject).Distinct().ToList());
        foreach (var module in subjects.Count == 0 ? [] : modules)
        {
            (await module.OfAsync(subjects)).ToList().ForEach(n => numbers.TryAdd(n.Key, n.Value));
        }

        return numbers;
    }

    /// <summary>The refusals of these subscribers' addresses: they have stopped the monthly summary by the link in it.</summary>
    public static async Task<IReadOnlyDictionary<string, NewsRefusal>> MonthlyRefusalsAsync(this NotificationsDb db, params IEnumerable<Subscription> subscriptions)
    {
        var keys = subscriptions.Where(s => s.Monthly).Select(s => s.Destination.Address).Distinct().ToList();
        return await db.Refusals.Where(r => r.Kind == MonthlyMessages.Kind && keys.Contains(r.RecipientKey)).ToDictionaryAsync(r => r.RecipientKey);
    }
}
