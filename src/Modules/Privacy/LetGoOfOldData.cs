using Kominkan.Privacy.Data;
using Kominkan.Privacy.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Privacy;

/// <summary>How long each class of data is kept on a day: the city's rule in force, or what the module proposes.</summary>
internal sealed class RetentionRules(PrivacyDb db, IEnumerable<IRetention> classes)
{
    public IReadOnlyList<IRetention> Classes { get; } = [.. classes.OrderBy(c => c.Key, StringComparer.Ordinal)];

    public async Task<int> MonthsAsync(IRetention data, DateOnly today, CancellationToken cancellation) =>
        await db.Rules.Where(r => r.Key == data.Key && r.ValidFrom <= today).OrderByDescending(r => r.ValidFrom).Select(r => (int?)r.Months).FirstOrDefaultAsync(cancellation) ?? data.Months;

    /// <summary>Records from before this instant are let go of.</summary>
    public async Task<DateTime> BeforeAsync(IRetention data, DateOnly today, CancellationToken cancellation) =>
        today.AddMonths(-await MonthsAsync(data, today, cancellation)).ToUtc(TimeOnly.MinValue);
}

/// <summary>Every night: what is older than the city keeps it goes, class by class; a second run finds nothing.</summary>
internal sealed class LetGoOfOldData(RetentionRules rules, PrivacyDb db, AppDatabase database, TimeProvider clock, ILogger<LetGoOfOldData> log) : IJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var data in rules.Classes)
        {
            var before = await rules.BeforeAsync(data, clock.Today(), cancellation);
            var gone = await data.ApplyAsync(before, cancellation);
            if (gone > 0)
            {
                await database.InTransactionAsync(async () =>
                {
                    db.Runs.Add(new RetentionRun(Guid.CreateVersion7(), data.Key, clock.UtcNow(), before, gone));
                    await db.SaveChangesAsync(cancellation);
                }, cancellation);
                log.LogInformation("Retention: {Records} records of {Class} from before {Before} were let go of", gone, data.Key, before);
            }
        }

        await database.EmptyLogAsync(cancellation);
    }
}
