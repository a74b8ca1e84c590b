using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Names accounts for who reads the audit.</summary>
internal sealed class AccountNames(AccountsDb db) : ISubjectNames
{
    private const int Most = 50;

    public string Kind => SubjectKinds.Account;

    public string Label => "職員";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var some in ids.Chunk(1000))
        {
            var found = await db.Users.AsNoTracking().Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Kind }).ToListAsync(cancellation);
            found.ForEach(a => names[a.Id] = new SubjectName(a.DisplayName, a.Kind == AccountKind.Staff ? $"/staff/accounts/{a.Id}" : null));
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default)
    {
        // Some hundred accounts: folded here as on the page of accounts.
        var key = JapaneseText.SearchKey(text);
        var all = await db.Users.AsNoTracking().Select(a => new { a.Id, a.DisplayName, a.UserName }).ToListAsync(cancellation);
        return key.Length == 0 ? [] : [.. all.Where(a => JapaneseText.SearchKey(a.DisplayName + a.UserName).Contains(key, StringComparison.Ordinal)).Take(Most).Select(a => a.Id)];
    }
}
