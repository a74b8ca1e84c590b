using System.CommandLine;

namespace Kominkan.Host.Commands;

internal static class Migrate
{
    public static Command Verb()
    {
        var verb = new Command("migrate", "データベースを最新にします（先に写しを取ります）");
        verb.SetAction((_, cancellation) => Cli.InScopeAsync(async services =>
        {
            var applied = await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            Console.WriteLine(applied.Count == 0 ? "データベースは最新です。" : $"データベースを更新しました（{applied.Count}件）。");
            return 0;
        }));
        return verb;
    }
}
