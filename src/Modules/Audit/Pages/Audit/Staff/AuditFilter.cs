using System.Globalization;
using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Audit.Pages.Audit.Staff;

/// <summary>What the reader of the audit looks for; it stands in the address, and holds ids only.</summary>
internal sealed record AuditFilter(Guid? Account, Guid? Subject, DateOnly? From, DateOnly? To, Act? Act)
{
    public static AuditFilter Read(HttpRequest request) => new(
        Guid.TryParse(request.Query["account"], out var account) ? account : null,
        Guid.TryParse(request.Query["subject"], out var subject) ? subject : null,
        JapaneseEra.TryParse(request.Query["from"]),
        JapaneseEra.TryParse(request.Query["to"]),
        Enum.TryParse<Act>(request.Query["act"], ignoreCase: true, out var act) && Enum.IsDefined(act) ? act : null);

    public IQueryable<Entry> Apply(AuditDb db)
    {
        IQueryable<Entry> entries = db.Entries;
        if (Account is { } account)
        {
            entries = entries.Where(e => e.AccountId == account);
        }

        if (Subject is { } subject)
        {
            entries = entries.Where(e => db.Subjects.Any(s => s.SubjectId == subject && s.EntryId == e.Id));
        }

        if (From is { } from && from.ToUtc(TimeOnly.MinValue) is var start)
        {
            entries = entries.Where(e => e.At >= start);
        }

        if (To is { } to && to < DateOnly.MaxValue && to.AddDays(1).ToUtc(TimeOnly.MinValue) is var end)
        {
            entries = entries.Where(e => e.At < end);
        }

        return Act is { } act ? entries.Where(e => e.Act == act) : entries;
    }

    /// <summary>The conditions as a query string, with more of it behind.</summary>
    public string Query(params (string Key, string? Value)[] more) => QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("account", Account?.ToString()), ("subject", Subject?.ToString()), ("from", Iso(From)), ("to", Iso(To)), ("act", Act?.ToString()),
        }.Concat(more).Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Key, q.Value))).ToString();

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
