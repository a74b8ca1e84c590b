using System.Runtime.CompilerServices;
using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>A month that should have been closed by now.</summary>
internal sealed class ReportingReminders(ReportingDb db, IEnumerable<IFigures> modules, ICityRules rules) : IReminders, IMessageKinds
{
    private const string MonthOpen = "reporting.month-open";

    public static readonly CityRule CloseBy = new("reporting.close-by", "前の月を締める日", "日", 10, 1, 28);

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        new(MonthOpen, "締めていない月", ["月"], new("{月}がまだ締めてありません", "{月}の報告が、まだ締めてありません。数字を確かめて、締めてください。")),
    ];

    public Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyDictionary<string, MessageValue>?>(new Dictionary<string, MessageValue> { ["月"] = ClosingPeriod.OfMonth(new DateOnly(2026, 10, 1)).Name });

    public async IAsyncEnumerable<Reminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var period = ClosingPeriod.OfMonth(new DateOnly(today.Year, today.Month, 1).AddMonths(-1));
        if (today.Day < await rules.OnAsync(CloseBy, today, cancellation)
            || await db.Closings.AnyAsync(c => c.FiscalYear == period.Year.Year && (c.Month == period.Month || c.Month == Closing.WholeYear) && c.IsInForce, cancellation)
            || !await HasRecordsAsync(period.Days, cancellation))
        {
            yield break;
        }

        yield return new Reminder(MonthOpen, Guid.Empty, $"{period.FirstDay:yyyy-MM}", new Dictionary<string, MessageValue> { ["月"] = period.Name }, null, "/staff/reports/close", "月を締める");
    }

    private async Task<bool> HasRecordsAsync(Period days, CancellationToken cancellation)
    {
        foreach (var module in modules)
        {
            await foreach (var _ in module.InPeriodAsync(days, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
