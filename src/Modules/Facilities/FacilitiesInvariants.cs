using System.Runtime.CompilerServices;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities;

internal sealed class FacilitiesInvariants(FacilitiesDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var halls = await db.Halls.AsNoTracking().IgnoreQueryFilters().Include(h => h.Details).ToListAsync(cancellation);
        var rooms = await db.Rooms.AsNoTracking().IgnoreQueryFilters().Include(r => r.Spaces).ToListAsync(cancellation);
        var closures = await db.Closures.AsNoTracking().IgnoreQueryFilters().Where(c => c.To < c.From).ToListAsync(cancellation);
        var rules = await db.OpeningRules.AsNoTracking().IgnoreQueryFilters().ToListAsync(cancellation);
        yield return Count("館の名称・所在地の有効期間が重ならない", halls.Where(h => Overlap(h.Details.Select(d => (d.ValidFrom, d.ValidTo)))), h => "館番号 " + h.No);
        yield return Count("分館には親の館がある", halls.Where(h => h.Kind == HallKind.Branch && !halls.Exists(p => p.Id == h.ParentId && p.Kind == HallKind.Hall)), h => "館番号 " + h.No);
        yield return Count("部屋には場所がひとつ以上ある", rooms.Where(r => r.Spaces.Count == 0), r => "室番号 " + r.No);
        yield return Count("部屋の場所は同じ館のもの", rooms.Where(r => r.Spaces.Exists(s => s.HallId != r.HallId)), r => "室番号 " + r.No);
        yield return Count("休館の終わりは始まりより前にならない", closures, c => c.Id.ToString());
        yield return Count("開館の規則の有効期間が重ならない", rules.GroupBy(r => (r.HallId, r.Part)).Where(g => Overlap(g.Select(r => (r.ValidFrom, r.ValidTo)))), g => g.First().Id.ToString());
    }

    private static Invariant Count<T>(string name, IEnumerable<T> broken, Func<T, string> example)
    {
        var all = broken.ToList();
        return new(name, all.Count, all.Count == 0 ? null : example(all[0]));
    }

    private static bool Overlap(IEnumerable<(DateOnly From, DateOnly? To)> periods)
    {
        var sorted = periods.OrderBy(p => p.From).ToList();
        return sorted.Exists(p => p.To < p.From) || sorted.Zip(sorted.Skip(1)).Any(p => p.First.To is not { } end || end >= p.Second.From);
    }
}
