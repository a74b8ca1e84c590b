using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>Tells the audit whose messages a page shows: the person's where one is linked, else the message's own.</summary>
internal static class Seeing
{
    public static Task SawAsync(this IAudit audit, Act act, string what, params IReadOnlyCollection<Message> messages) =>
        audit.SawAsync(new Sight(act, what, [.. messages.Select(m => m.PersonId is { } person ? new Subject(SubjectKinds.Person, person) : new Subject(SubjectKinds.Message, m.Id))]) { HallId = messages.Select(m => m.HallId).Distinct().ToList() is [var one] ? one : null });

    public static Task SawAsync(this IAudit audit, string what, params IReadOnlyCollection<Subscription> subscriptions) =>
        audit.SawAsync(new Sight(Act.View, what, [.. subscriptions.Select(s => new Subject(SubscriberNames.Subscriber, s.Id))]) { HallId = subscriptions.Select(s => s.HallId).Distinct().ToList() is [var one] ? one : null });
}

/// <summary>Names who subscribes to the staff's mail, for who reads the audit.</summary>
internal sealed class SubscriberNames(NotificationsDb db) : ISubjectNames
{
    public const string Subscriber = "subscriber";

    public string Kind => Subscriber;

    public string Label => "定期便の届け先";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        await db.Subscriptions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new SubjectName(s.Name, $"/staff/subscriptions/{s.Id}"), cancellation);

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default) =>
        text.Length == 0 ? [] : await db.Subscriptions.Where(s => s.Name == text).Select(s => s.Id).Take(50).ToListAsync(cancellation);
}

/// <summary>Names whom a message went to, for who reads the audit.</summary>
internal sealed class MessageNames(NotificationsDb db) : ISubjectNames
{
    public string Kind => SubjectKinds.Message;

    public string Label => "お知らせのあて先";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var some in ids.Chunk(1000))
        {
            var found = await db.Messages.AsNoTracking().Where(m => some.Contains(m.Id) && m.Name != "").Select(m => new { m.Id, m.Name }).ToListAsync(cancellation);
            found.ForEach(m => names[m.Id] = new SubjectName(m.Name, null));
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default) =>
        text.Length == 0 ? [] : await db.Messages.Where(m => m.Name == text).OrderByDescending(m => m.Id).Take(20).Select(m => m.Id).ToListAsync(cancellation);
}
