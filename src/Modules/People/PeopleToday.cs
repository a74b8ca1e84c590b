using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>What of people and groups waits for somebody.</summary>
internal sealed class PeopleToday(PeopleDb db) : IToday
{
    public Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TodayEvent>>([]);

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation)
    {
        var soon = today.AddMonths(1);
        return
        [
            new("登録の期限が近い団体", "/staff/groups?todo=renew", await db.Groups.CountAsync(g => g.Details.ValidUntil >= today && g.Details.ValidUntil <= soon, cancellation), PeopleModule.Find),
            new("同じ方かもしれない記録", "/staff/people/duplicates", await db.Suspects.CountAsync(s => s.DifferentAt == null, cancellation), PeopleModule.Merging),
        ];
    }
}
