using Spectre.Console;

namespace Kominkan.Host.Commands;

/// <summary>A progress bar for long work, on the error stream: in a pipe nothing is shown, and what is printed stays clean.</summary>
internal static class Terminal
{
    /// <param name="work">Gets where to report done and total; null when nobody watches.</param>
    public static async Task<T> WatchAsync<T>(string label, Func<Action<long, long>?, Task<T>> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return await work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(label), maxValue: 1);
                return await work((done, total) => (bar.MaxValue, bar.Value) = (Math.Max(total, 1), Math.Min(done, total)));
            });
    }
}
