using System.CommandLine;

namespace Kominkan.Host.Commands;

/// <summary>Serves the site; on an empty machine it first makes the embedded database and, in Development, the sample city.</summary>
internal static class Serve
{
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(30);

    public static Command Verb()
    {
        var verb = new Command("serve", "サイトを動かします（指定がなければこれ）");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        Settings.CheckSqlite();
        // What stops the start is said in one line, not logged with its stack as well.
        await using var app = Web.Build(b => b.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));
        Settings.CheckFolders(app.Configuration);
        await using var serving = await Serving.StartAsync(app.Services.GetRequiredService<DatabaseSettings>(), cancellation);
        await PrepareAsync(app, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new WrongConfiguration("ASPNETCORE_URLS", "このアドレスは、ほかのプログラムが使っています。止めるか、別のアドレスを指定してください。");
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new WrongConfiguration("ASPNETCORE_URLS", $"このアドレスでは待ち受けられません（{e.SocketErrorCode}）。この機械のアドレスと、使ってよい番号を指定してください。");
        }
        catch (InvalidOperationException) when (app.Configuration["urls"]?.Contains("https:", StringComparison.OrdinalIgnoreCase) is true)
        {
            throw new WrongConfiguration("ASPNETCORE_URLS", "https には証明書が必要です。証明書を設定するか、http のアドレスを指定してください。");
        }

        app.StartJobs();
        Console.WriteLine($"{app.Services.GetRequiredService<SiteInfo>().Name}を開始しました: {string.Join(" ", app.Urls)}");
        foreach (var account in app.Services.GetServices<ISampleAccounts>().SelectMany(a => a.Lines))
        {
            Console.WriteLine("  " + account);
        }

        var end = app.WaitForShutdownAsync(cancellation);
        if (await Task.WhenAny(end, Task.Delay(WarmingUp, app.Services.GetRequiredService<TimeProvider>(), cancellation)) != end)
        {
            // Building models and views and the first run of every job leave garbage that a quiet machine would carry for days.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        await end;
        return 0;
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var migrator = scope.ServiceProvider.GetRequiredService<Migrator>();
        var embedded = scope.ServiceProvider.GetRequiredService<DatabaseSettings>().Provider == Provider.Sqlite;
        if (embedded)
        {
            await migrator.MigrateAsync(cancellation);
        }
        else if ((await migrator.PendingAsync(cancellation)).Count > 0)
        {
            throw new RuleBroken("データベースが古いままです。先に Kominkan migrate を実行してください。");
        }

        if (app.Environment.IsDevelopment() && await scope.ServiceProvider.GetRequiredService<IEmptiness>().IsEmptyAsync(cancellation))
        {
            await Sample.FillAsync(scope.ServiceProvider, cancellation);
        }
    }
}
