using System.CommandLine;

namespace Kominkan.Host.Commands;

/// <summary>Asks every module what must hold of its data, and counts what does not.</summary>
internal static class Verify
{
    public static Command Verb()
    {
        var json = new Option<bool>("--json") { Description = "結果を JSON で書き出します" };
        var verb = new Command("verify", "データが守るべき規則を調べます（守られていないものがあれば終了コード1）") { json };
        verb.SetAction((parsed, cancellation) => Cli.InScopeAsync(async services =>
        {
            await Cli.CheckReadyAsync(services, cancellation);
            var found = await CheckAsync(services, cancellation);
            if (parsed.GetValue(json))
            {
                Cli.WriteJson(found);
            }
            else
            {
                foreach (var rule in found)
                {
                    Console.WriteLine($"{(rule.Violations == 0 ? "○" : "×")} {rule.Name}: {rule.Violations:N0}件{(rule.Example is null ? "" : $"（例: {rule.Example}）")}");
                }

                var broken = found.Count(r => r.Violations > 0);
                Console.WriteLine(broken == 0 ? $"{found.Count}の規則はすべて守られています。" : $"{found.Count}の規則のうち{broken}が守られていません。");
            }

            return found.TrueForAll(r => r.Violations == 0) ? 0 : 1;
        }));
        return verb;
    }

    private static Task<List<Invariant>> CheckAsync(IServiceProvider services, CancellationToken cancellation) => Terminal.WatchAsync("調べています", async watch =>
    {
        var parts = services.GetServices<IInvariants>().ToList();
        var found = new List<Invariant>();
        foreach (var (i, part) in parts.Index())
        {
            await foreach (var rule in part.CheckAsync(cancellation))
            {
                found.Add(rule);
            }

            watch?.Invoke(i + 1, parts.Count);
        }

        return found;
    });
}
