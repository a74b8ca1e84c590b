using Kominkan.Audit.Data;
using Kominkan.Audit.Pages.Audit.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit;

/// <summary>Who saw the person, without saying which colleague: on request. There is nothing to erase, because entries hold ids only.</summary>
internal sealed class AuditPersonalData(AuditDb db) : IPersonalData
{
    public string Key => "audit";

    public string Title => "閲覧記録";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var ids = person.Key.Ids.Concat(person.Accounts).Concat(person.Subjects).ToList();
        var entries = await db.Entries.IgnoreQueryFilters().AsNoTracking().Where(e => db.Subjects.Any(s => ids.Contains(s.SubjectId) && s.EntryId == e.Id)).OrderBy(e => e.At).ToListAsync(cancellation);
        return [.. entries.Select(e => new PersonalRecord(Guid.Empty, "閲覧記録", [new("日時", Words.Moment(e.At)), new("すること", Words.Of(e.Act)), new("画面", e.What), new("理由", e.Reason ?? "")]))];
    }

    public Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default) => Task.CompletedTask;
}

/// <summary>閲覧記録: through the one door the triggers leave.</summary>
internal sealed class OldEntries(Purging purging) : IRetention
{
    public string Key => "audit.entries";

    public string Label => "閲覧記録";

    public int Months => 36;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => purging.CountAsync(before, cancellation);

    public Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default) => purging.PurgeAsync(before, cancellation);
}
