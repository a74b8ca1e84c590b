using System.Globalization;
using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>
/// Messages to the person, sent or not: found by their link, their account, mail addresses (the account's too) and telephone
/// numbers, and those in their name about something that is theirs. What went to the same address for somebody else stays.
/// </summary>
internal sealed class MessagePersonalData(NotificationsDb db, TimeProvider clock) : IPersonalData
{
    public string Key => "notifications";

    public string Title => "お知らせ";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        List<(string Contact, string Key)> reach =
        [
            .. person.PhoneKeys.Select(p => (p, Message.KeyOf(MessageChannel.Phone, p))), .. person.PhoneKeys.Select(p => (p, Message.KeyOf(MessageChannel.Sms, p))),
            .. person.Mails.Select(m => (m, Message.KeyOf(MessageChannel.Mail, m))),
        ];
        var (keys, shared) = (reach.ConvertAll(r => r.Key), reach.Where(r => person.Shared.Contains(r.Contact)).Select(r => r.Key).ToList());
        var found = await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(m => (m.PersonId != null && person.Key.Ids.Contains(m.PersonId.Value)) || (m.AccountId != null && person.Accounts.Contains(m.AccountId.Value)) || keys.Contains(m.RecipientKey) || person.Subjects.Contains(m.Subject))
            .OrderBy(m => m.PostedAt).ToListAsync(cancellation);
        var names = person.Names.Select(JapaneseText.SearchKey).Where(n => n.Length > 0).ToList();
        var refusals = await db.Refusals.AsNoTracking().Where(r => keys.Contains(r.RecipientKey) && !shared.Contains(r.RecipientKey)).OrderBy(r => r.At).ToListAsync(cancellation);
        var languages = await db.Languages.AsNoTracking().Where(l => person.Accounts.Contains(l.AccountId)).ToListAsync(cancellation);
        return
        [
            .. languages.Select(l => new PersonalRecord(l.AccountId, "お知らせのことば", [new("ことば", l.Language.OwnName())])),
            .. found.Where(m => IsTheirs(m)).Select(m => new PersonalRecord(m.Id, "お知らせ",
                [new("日時", Moment(m.PostedAt)), .. IsToThem(m) || IsSentThere(m) ? new PersonalField[] { new("あて名", m.Name), new("あて先", m.Address) } : [], new("件名", m.Title), new("本文", m.Body)])),
            .. refusals.Select(r => new PersonalRecord(r.Id, "お知らせの停止", [new("日時", Moment(r.At))])),
        ];

        // A slip of several people is told to one of them, and a family has one address: what names somebody else alone is not theirs.
        bool IsTheirs(Message m) => IsToThem(m) || names.Exists(n => JapaneseText.SearchKey(m.Title + m.Body).Contains(n, StringComparison.Ordinal))
            || (m.PersonId is null && IsSentThere(m) && !IsShared(m) && (m.Name.Length == 0 || person.Subjects.Contains(m.Subject)));

        bool IsToThem(Message m) => (m.PersonId is { } id && person.Key.Ids.Contains(id)) || (JapaneseText.SearchKey(m.Name) is { Length: > 0 } name && (names.Contains(name) || person.KanaKeys.Contains(name)));

        bool IsSentThere(Message m) => IsToTheirAccount(m) || keys.Contains(m.RecipientKey);

        // Without a name on it nobody can tell whose it was.
        bool IsShared(Message m) => !IsToTheirAccount(m) && shared.Contains(m.RecipientKey);

        bool IsToTheirAccount(Message m) => m.AccountId is { } account && person.Accounts.Contains(account);
    }

    private static string Moment(DateTime utc) => utc.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Nothing is sent any more, and nothing tells to whom it went; that there was a message stays counted.</summary>
    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        // What is refused is kept under a hash of the address, which can be guessed back.
        await db.Refusals.Where(r => records.Contains(r.Id)).ExecuteDeleteAsync(cancellation);
        var now = clock.UtcNow();
        await db.Messages.IgnoreQueryFilters().Where(m => records.Contains(m.Id) && m.State == MessageState.Waiting)
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.State, MessageState.Dropped).SetProperty(m => m.EndedAt, now), cancellation);
        await db.Languages.Where(l => records.Contains(l.AccountId)).ExecuteDeleteAsync(cancellation);
        foreach (var id in records)
        {
            // The key of the address is a hash of a telephone number: it can be guessed back.
            await db.Messages.IgnoreQueryFilters().Where(m => m.Id == id).ExecuteUpdateAsync(u => u
                .SetProperty(m => m.Name, "").SetProperty(m => m.Address, "").SetProperty(m => m.Title, "").SetProperty(m => m.Body, "").SetProperty(m => m.Trouble, (string?)null)
                .SetProperty(m => m.PersonId, (Guid?)null).SetProperty(m => m.AccountId, (Guid?)null).SetProperty(m => m.RecipientKey, "erased-" + id.ToString("N")), cancellation);
        }
    }
}

/// <summary>お知らせ: whom it was sent to and what it said are not kept for long.</summary>
internal sealed class OldMessages(NotificationsDb db, AppDatabase database, IEnumerable<IPersonalData> data) : IRetention
{
    private const int Batch = 500;

    public string Key => "notifications.messages";

    public string Label => "お知らせのあて先と本文";

    public int Months => 3;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(m => m.Id).Take(Batch).Select(m => m.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.OfType<MessagePersonalData>().Single().EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    private IQueryable<Message> Old(DateTime before) => db.Messages.IgnoreQueryFilters().Where(m => m.PostedAt < before && (m.Address != "" || m.Body != ""));
}
