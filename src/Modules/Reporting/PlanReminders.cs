using System.Runtime.CompilerServices;
using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>Halls that have not handed in the year's plan, in a city that makes plans.</summary>
internal sealed class PlanReminders(ReportingDb db, IHallDirectory directory, ICityRules rules) : IReminders, IMessageKinds
{
    public static readonly CityRule PlanBy = new("reporting.plan-by", "年間計画を出す日（4月）", "日", 20, 1, 30);

    private const string PlanMissing = "reporting.plan-missing";

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        new(PlanMissing, "出ていない年間計画", ["館", "年度"], new("{館}の{年度}の計画がまだ出ていません", "{館}の{年度}の計画が、まだ出ていません。数字を入れて、出してください。")),
    ];

    public Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyDictionary<string, MessageValue>?>(Values("中央公民館", new FiscalYear(2026)));

    public async IAsyncEnumerable<Reminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = FiscalYear.Of(today);
        if (today < new DateOnly(year.Year, 4, await rules.OnAsync(PlanBy, today, cancellation)))
        {
            yield break;
        }

        var plans = await db.Plans.AsNoTracking().Where(p => p.FiscalYear == year.Year || p.FiscalYear == year.Year - 1).Select(p => new { p.FiscalYear, p.HallId }).Distinct().ToListAsync(cancellation);
        foreach (var hall in plans.Count == 0 ? [] : (await directory.GetAsync(cancellation)).All.Where(h => h.ParentId is null && !plans.Exists(p => p.FiscalYear == year.Year && p.HallId == h.Id)))
        {
            yield return new Reminder(PlanMissing, hall.Id, $"{year.Year}", Values(hall.ShortName, year), hall.Id, $"/staff/reports/plans/{year.Year}/{hall.No}", "計画を出す");
        }
    }

    private static Dictionary<string, MessageValue> Values(string hall, FiscalYear year) => new() { ["館"] = hall, ["年度"] = year.ToString() };
}
