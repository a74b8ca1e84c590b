using System.Globalization;
using Kominkan.Notifications.Domain;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>How times and outcomes of jobs are said.</summary>
internal static class JobWords
{
    private static readonly Status Stopped = new("停止中", Tone.Bad);
    private static readonly Status NotYet = new("まだ", Tone.Off);

    public static Status Of(JobRun? run, bool isStopped = false) => (isStopped, run?.Outcome) switch
    {
        (true, _) => Stopped,
        (_, null) => NotYet,
        (_, JobOutcome.Done) => new("できました", Tone.Ok),
        (_, JobOutcome.Failed) => new("できませんでした", Tone.Bad),
        _ => new("動いています", Tone.Warn),
    };

    /// <summary>11月23日 12:05</summary>
    public static string Moment(DateTime utc) => utc.InJapan().ToString("M月d日 H:mm", CultureInfo.InvariantCulture);

    public static string Took(JobRun? run) => run?.EndedAt is { } end ? (end - run.StartedAt) switch
    {
        { TotalSeconds: < 1 } => "1秒未満",
        { TotalMinutes: < 1 } took => $"{took.TotalSeconds:0}秒",
        var took => $"{Math.Floor(took.TotalMinutes)}分{took.Seconds}秒",
    } : "－";

    /// <summary>A cron expression as people say it; as it stands where it is none of the usual ones.</summary>
    public static string When(string cron) => cron.Split(' ') switch
    {
        ["*", "*", "*", "*", "*"] => "毎分",
        [var every, "*", "*", "*", "*"] when every.StartsWith("*/", StringComparison.Ordinal) => $"{every[2..]}分ごと",
        [var minute, "*", "*", "*", "*"] => $"毎時{minute}分",
        [var minute, var hour, "*", "*", "*"] => $"毎日{Time(hour, minute)}",
        [var minute, var hour, "1-10", "*", "*"] => $"月初めの平日{Time(hour, minute)}",
        [var minute, var hour, var day, "*", "*"] => $"毎月{day}日{Time(hour, minute)}",
        _ => cron,
    };

    private static string Time(string hour, string minute) => $"{hour}:{minute.PadLeft(2, '0')}";
}
