using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Every recurring job of every module: what, when next, how the last one went.</summary>
[Authorize(NotificationsModule.JobsPermission)]
internal sealed class JobsListModel(NotificationsDb db, IRecurringJobs jobs, IEnumerable<IMessageTransport> transports, TimeProvider clock) : PageModel
{
    public sealed record Row(string Id, string Label, string When, string? Next, JobRun? Last, Status Status);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What keeps messages from leaving, in words.</summary>
    public IReadOnlyList<string> Troubles { get; private set; } = [];

    public int Waiting { get; private set; }

    public int ByHand { get; private set; }

    public async Task OnGetAsync()
    {
        var now = clock.UtcNow();
        var stopped = await db.JobSwitches.Where(s => s.StoppedAt != null).Select(s => s.JobId).ToListAsync();
        var rows = new List<Row>();
        foreach (var job in jobs.All)
        {
            var last = await db.JobRuns.AsNoTracking().Where(r => r.JobId == job.Id).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync();
            var isStopped = stopped.Contains(job.Id);
            rows.Add(new Row(job.Id, job.Label, JobWords.When(job.Cron), isStopped || Schedule.Next(job.Cron, now) is not { } next ? null : JobWords.Moment(next), last, JobWords.Of(last, isStopped)));
        }

        Rows = rows;
        Troubles = [.. transports.Select(t => t.WhyNotSend).OfType<string>()];
        Waiting = await db.Messages.CountAsync(m => m.State == MessageState.Waiting && m.Channel == MessageChannel.Mail);
        ByHand = await db.Messages.ByHand().CountAsync();
    }
}
