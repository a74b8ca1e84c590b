namespace Kominkan.Notifications.Domain;

internal enum JobOutcome
{
    Running,
    Done,
    Failed,
}

/// <summary>
/// A job's run for one period. There is one row for each, by a unique index: whoever writes it runs the job, whatever the
/// clock of how many hosts fires.
/// </summary>
internal sealed class JobRun
{
    /// <summary>A run that failed is tried again so often, after 1, 2, 4 … minutes.</summary>
    private const int MostAttempts = 5;

    /// <summary>Two heartbeats and more; with the sweep that looks every minute a killed run goes on within two.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    private JobRun()
    {
    }

    public JobRun(string jobId, string period, string host, DateTime nowUtc, string? askedBy = null)
    {
        (Id, JobId, Period, AskedBy) = (Guid.CreateVersion7(), jobId, period, askedBy);
        Begin(host, nowUtc);
    }

    public Guid Id { get; private set; }

    public string JobId { get; private set; } = "";

    /// <summary>The Japanese time the run was due; for a run somebody asked for, when they did.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Who pressed the button; null for the clock.</summary>
    public string? AskedBy { get; private set; }

    /// <summary>The machine and process that runs it.</summary>
    public string Host { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    /// <summary>The run is somebody's until then; they move it ahead while they are alive.</summary>
    public DateTime LeaseUntil { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public JobOutcome Outcome { get; private set; }

    public string? Trouble { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Raised when somebody begins it: only who began it last may write how it ended.</summary>
    public int Turn { get; private set; }

    /// <summary>Nobody has run it to its end, and nobody is at it.</summary>
    public bool IsFree(DateTime nowUtc) => Outcome switch
    {
        JobOutcome.Running => LeaseUntil <= nowUtc,
        JobOutcome.Failed => Attempts < MostAttempts && EndedAt + TimeSpan.FromMinutes(1 << (Attempts - 1)) <= nowUtc,
        _ => false,
    };

    public void Begin(string host, DateTime nowUtc)
    {
        (Host, StartedAt, LeaseUntil, EndedAt, Outcome, Trouble) = (host, nowUtc, nowUtc + Lease, null, JobOutcome.Running, null);
        Attempts++;
        Turn++;
    }

    public void End(DateTime nowUtc, string? trouble = null) =>
        (EndedAt, LeaseUntil, Outcome, Trouble) = (nowUtc, nowUtc, trouble is null ? JobOutcome.Done : JobOutcome.Failed, trouble);
}

/// <summary>What staff decided about a job.</summary>
internal sealed class JobSwitch
{
    private JobSwitch()
    {
    }

    public JobSwitch(string jobId, DateTime nowUtc) => (JobId, CountsFrom) = (jobId, nowUtc);

    public string JobId { get; private set; } = "";

    /// <summary>What was due before is not caught up: the program did not know the job, or somebody had stopped it.</summary>
    public DateTime CountsFrom { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    public string? StoppedBy { get; private set; }

    public void Stop(string by, DateTime nowUtc)
    {
        if (StoppedAt is not null)
        {
            throw new RuleBroken("この仕事は、もう止まっています。");
        }

        (StoppedAt, StoppedBy) = (nowUtc, by);
    }

    public void Resume(DateTime nowUtc)
    {
        if (StoppedAt is null)
        {
            throw new RuleBroken("この仕事は、止まっていません。");
        }

        (StoppedAt, StoppedBy, CountsFrom) = (null, null, nowUtc);
    }
}
