using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>Writes messages with what they tell, and shows them.</summary>
internal sealed class Messages(NotificationsDb db, AppDatabase database, Texts texts, IRecurringJobs jobs, TimeProvider clock) : IMessages
{
    private const int AtOnce = 400;

    public Task PostAsync(NewMessage message, CancellationToken cancellation = default) => PostAsync([message], cancellation);

    public async Task PostAsync(IReadOnlyCollection<NewMessage> messages, CancellationToken cancellation = default)
    {
        foreach (var part in messages.Chunk(AtOnce))
        {
            await database.InTransactionAsync(() => WriteAsync(part, cancellation), cancellation);
        }
    }

    public async Task<IReadOnlyList<PostedMessage>> OfSubjectsAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default) =>
        Shown(await db.Messages.AsNoTracking().IgnoreQueryFilters().Where(m => subjects.Contains(m.Subject) && !m.Urgent)
            .OrderByDescending(m => m.PostedAt).ThenByDescending(m => m.Id).ToListAsync(cancellation));

    public async Task<IReadOnlyList<PostedMessage>> OfAccountAsync(Guid accountId, CancellationToken cancellation = default) =>
        Shown(await db.Messages.AsNoTracking().IgnoreQueryFilters().Where(m => m.AccountId == accountId && !m.Urgent)
            .OrderByDescending(m => m.PostedAt).ThenByDescending(m => m.Id).ToListAsync(cancellation));

    public async Task<IReadOnlyList<MessageToTell>> ToTellAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default) =>
        [.. (await db.Messages.AsNoTracking().Where(m => subjects.Contains(m.Subject)).ByHand().OrderBy(m => m.PostedAt).ThenBy(m => m.Id).ToListAsync(cancellation))
            .Select(m => new MessageToTell(m.Id, m.Subject, m.Name, m.Channel, m.Address, m.Title, Wording.Of(m)))];

    public async Task<int> TickOffAsync(IReadOnlyCollection<Guid> messages, string by, CancellationToken cancellation = default)
    {
        var found = await db.Messages.Where(m => messages.Contains(m.Id)).ByHand().ToListAsync(cancellation);
        found.ForEach(m => m.TickOff(by, clock.UtcNow()));
        await db.SaveChangesAsync(cancellation);
        return found.Count;
    }

    public Task WithdrawAsync(Guid subject, string? kind = null, CancellationToken cancellation = default)
    {
        var now = clock.UtcNow();
        return db.Messages.IgnoreQueryFilters().Where(m => m.Subject == subject && (kind == null || m.Kind == kind) && m.State == MessageState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Dropped).SetProperty(m => m.EndedAt, now), cancellation);
    }

    private async Task WriteAsync(NewMessage[] given, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var made = new List<Message>();
        var accounts = given.Select(m => m.Recipient.AccountId).OfType<Guid>().Distinct().ToList();
        var chosen = accounts.Count == 0 ? [] : await db.Languages.AsNoTracking().Where(l => accounts.Contains(l.AccountId)).ToDictionaryAsync(l => l.AccountId, l => l.Language, cancellation);
        foreach (var one in given)
        {
            var wanted = one.Language ?? (one.Recipient.AccountId is { } account ? chosen.GetValueOrDefault(account) : MessageLanguage.Japanese);
            var (text, language) = one.Title.Length > 0 ? (new MessageText(one.Title, one.Body), one.Language ?? MessageLanguage.Japanese) : await texts.WriteAsync(one.Kind, wanted, one.Values, cancellation);
            made.Add(new Message(one, text, now, language));
        }

        made = [.. made.DistinctBy(Key)];
        var (kinds, subjects) = (made.Select(m => m.Kind).Distinct().ToList(), made.Select(m => m.Subject).Distinct().ToList());
        var known = (await db.Messages.IgnoreQueryFilters().Where(m => kinds.Contains(m.Kind) && subjects.Contains(m.Subject))
            .Select(m => new { m.Kind, m.Subject, m.RecipientKey, m.Period }).ToListAsync(cancellation)).Select(m => (m.Kind, m.Subject, m.RecipientKey, m.Period)).ToHashSet();
        made.RemoveAll(m => known.Contains(Key(m)));
        if (made.Exists(m => m.News))
        {
            var refused = (await db.Refusals.Where(r => kinds.Contains(r.Kind)).Select(r => new { r.Kind, r.RecipientKey }).ToListAsync(cancellation)).Select(r => (r.Kind, r.RecipientKey)).ToHashSet();
            made.RemoveAll(m => m.News && refused.Contains((m.Kind, m.RecipientKey)));
        }

        try
        {
            await SaveAsync(made, cancellation);
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            // Another host wrote one of them between the question and the save, which went back to its savepoint.
            foreach (var message in made)
            {
                await SaveUnlessThereAsync(message, cancellation);
            }
        }

        if (made.Exists(m => m.Urgent))
        {
            database.AfterCommit(() => { jobs.RunSoon(NotificationsModule.Send, "急ぎのお知らせ"); return ValueTask.CompletedTask; });
        }
    }

    private async Task SaveUnlessThereAsync(Message message, CancellationToken cancellation)
    {
        try
        {
            await SaveAsync([message], cancellation);
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
        }
    }

    private async Task SaveAsync(List<Message> messages, CancellationToken cancellation)
    {
        try
        {
            db.Messages.AddRange(messages);
            db.Database.AutoSavepointsEnabled = true;
            await db.SaveChangesAsync(cancellation);
        }
        finally
        {
            messages.ForEach(m => db.Entry(m).State = EntityState.Detached);
        }
    }

    private static (string, Guid, string, string) Key(Message m) => (m.Kind, m.Subject, m.RecipientKey, m.Period);

    private static List<PostedMessage> Shown(List<Message> messages) =>
        [.. messages.Select(m => new PostedMessage(m.Id, m.Kind, m.Subject, m.Title, m.Body, m.PostedAt, Wording.Of(m), m.LinkPath, m.LinkLabel, m.Language))];
}
