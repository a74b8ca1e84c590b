using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kominkan.Testing;

/// <summary>
/// The built program as a process of its own, as a city runs it: for what a test inside the process cannot see, such as
/// exit codes, wrong settings, two programs at once and <c>kill -9</c>.
/// </summary>
public sealed class KominkanProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KominkanProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>What it has printed so far.</summary>
    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors);

    /// <summary>Where it listens; known when <see cref="ServeAsync"/> has returned.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Runs a verb to its end.</summary>
    /// <param name="settings">Settings as in a configuration file, <c>Site:BaseUrl</c>; usually those of a <see cref="TestDatabase"/>.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        await using var run = Start(settings, arguments);
        var exitCode = await run.WaitForExitAsync();
        return (exitCode, run.Output, run.Errors);
    }

    /// <summary>Starts the site on a free port and returns when it answers.</summary>
    /// <exception cref="InvalidOperationException">It stopped instead; the message says what it printed.</exception>
    public static async Task<KominkanProcess> ServeAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var run = Start(settings, "serve");
        var first = await Task.WhenAny(run.listening.Task, run.process.WaitForExitAsync()).WaitAsync(Patience);
        if (first != run.listening.Task)
        {
            throw new InvalidOperationException($"The program stopped with {await run.WaitForExitAsync()}:\n{run.Output}\n{run.Errors}");
        }

        run.Address = await run.listening.Task;
        return run;
    }

    /// <summary>Starts a verb and returns at once.</summary>
    public static KominkanProcess Start(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kominkan.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var setting in settings)
        {
            start.Environment[setting.Key.Replace(":", "__", StringComparison.Ordinal)] = setting.Value;
        }

        var run = new KominkanProcess(new Process { StartInfo = start });
        run.process.OutputDataReceived += (_, line) => run.Read(line.Data);
        run.process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                run.errors.Enqueue(line.Data);
            }
        };
        run.process.Start();
        run.process.StandardInput.Close();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        return run;
    }

    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>As the machine does it when it loses power: nothing is told to the program.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As systemd stops a service: SIGTERM, then waits.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await WaitForExitAsync();
    }

    public Browser NewBrowser() => new(Address);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        var at = line.IndexOf("を開始しました: ", StringComparison.Ordinal);
        if (at >= 0)
        {
            listening.TrySetResult(new Uri(line[(at + "を開始しました: ".Length)..].Split(' ')[0]));
        }
    }
}
