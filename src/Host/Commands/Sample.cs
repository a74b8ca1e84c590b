using System.CommandLine;

namespace Kominkan.Host.Commands;

/// <summary>Fills an empty database with the sample city; all people are invented.</summary>
internal static class Sample
{
    public static Command Verb()
    {
        var verb = new Command("sample", "空のデータベースに見本の市のデータを入れます");
        verb.SetAction((_, cancellation) => Cli.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            await FillAsync(services, cancellation);
            Console.WriteLine("見本の市のデータを入れました。");
            return 0;
        }));
        return verb;
    }

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        await services.GetRequiredService<AppDatabase>().InTransactionAsync(async () =>
        {
            foreach (var part in services.GetServices<ISampleLife>().OrderBy(p => p.Order))
            {
                await part.FillAsync(today, cancellation);
            }
        }, cancellation);
    }
}
