using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace Kominkan.Host.Commands;

/// <summary>The program's verbs. Exit code 0 on success, 1 on refusal with one line that says what to do, 2 on wrong usage.</summary>
internal static class Cli
{
    private const long MaxPublishedBytes = 20 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args)
    {
        // Whoever runs the program reads Japanese, whatever the machine is set to; the parser brings its words along.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        var root = new RootCommand("Kominkan：公民館の講座・部屋・図書・報告をひとつにするシステム");
        Command[] verbs = [Serve.Verb(), Migrate.Verb(), Sample.Verb(), Import.Verb(), Report.Verb(), DrawVerify.Verb(), LedgerVerify.Verb(), Verify.Verb(), Backup.Verb(), Restore.Verb()];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count > 0)
        {
            // Two arguments that are missing are one sentence of the parser's, said twice.
            foreach (var message in parsed.Errors.Select(e => e.Message.TrimEnd('.', '。') + "。").Distinct())
            {
                Console.Error.WriteLine(message);
            }

            Console.Error.WriteLine("使い方: Kominkan --help");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return 1;
        }
    }

    /// <summary>Runs a verb's work in a scope that is open to every hall, without listening.</summary>
    public static async Task<int> InScopeAsync(Func<IServiceProvider, Task<int>> work)
    {
        await using var app = Web.Build(b =>
        {
            // Jobs are the hosts': a verb that keeps their storage open would stand in the way of its own restore.
            b.Configuration["Jobs:Enabled"] = "false";
            // What a verb prints may be read by another program: the log goes to the other stream.
            b.Logging.SetMinimumLevel(LogLevel.Warning).Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        });
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        return await work(scope.ServiceProvider);
    }

    /// <summary>The same for a verb that needs a database that is up to date.</summary>
    public static Task<int> InDatabaseAsync(Func<IServiceProvider, Task<int>> work) => InScopeAsync(async services =>
    {
        await CheckReadyAsync(services, CancellationToken.None);
        return await work(services);
    });

    /// <summary>Reads a fiscal year, as the year it begins in.</summary>
    public static int FiscalYear(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (int.TryParse(result.Tokens.Single().Value, CultureInfo.InvariantCulture, out var year) && year is >= 1946 and <= 2200)
        {
            return year;
        }

        result.AddError("年度は西暦で指定してください（平成26年度は 2014）。");
        return 0;
    }

    /// <summary>Refuses a database that is missing or behind; a missing file is not made.</summary>
    public static async Task CheckReadyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.Provider == Provider.Sqlite && !File.Exists(settings.File))
        {
            throw new RuleBroken($"データベース {settings.File} がありません。先に Kominkan migrate を実行してください。");
        }

        if ((await services.GetRequiredService<Migrator>().PendingAsync(cancellation)).Count > 0)
        {
            throw new RuleBroken("データベースが古いままです。先に Kominkan migrate を実行してください。");
        }
    }

    /// <summary>Reads a file that was saved from a public page.</summary>
    /// <exception cref="RuleBroken">There is none, or it is too large to be one.</exception>
    public static async Task<string> ReadPublishedAsync(string path, string page, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new RuleBroken($"ファイル「{path}」がありません。");
        }

        return new FileInfo(path).Length <= MaxPublishedBytes ? await File.ReadAllTextAsync(path, cancellation)
            : throw new RuleBroken($"ファイルが大きすぎます。{page}から保存したファイルを指定してください。");
    }

    /// <summary>Writes what a program reads: JSON in the names of C#'s web defaults, kanji as themselves.</summary>
    public static void WriteJson(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>A verb whose answer another program reads: a refusal is JSON too, besides the line for people.</summary>
    public static async Task<int> InJsonAsync(bool json, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (json && Sentence(e) is { } sentence)
        {
            WriteJson(new { refused = sentence });
            throw;
        }
    }

    private static string? Sentence(Exception e) => e switch
    {
        WrongConfiguration or RuleBroken => e.Message,
        IOException or UnauthorizedAccessException => e.Message,
        _ when AppDatabase.IsUnavailable(e) => "データベースにつながりません。起動しているか、ConnectionStrings__Kominkan が正しいか確かめてください: " + e.GetBaseException().Message,
        _ when e.GetBaseException() is SqliteException { SqliteErrorCode: 8 or 11 or 26 } => "設定 ConnectionStrings__Kominkan: データベースのファイルが壊れているか、書き込めません。別の名前を指定するか、控えから戻してください。",
        _ => null,
    };
}
