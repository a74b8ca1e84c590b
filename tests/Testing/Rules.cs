using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

public static class Rules
{
    /// <summary>Demands everything of the data that the modules say must hold.</summary>
    public static Task HoldAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        foreach (var invariants in services.GetServices<IInvariants>())
        {
            await foreach (var invariant in invariants.CheckAsync())
            {
                if (invariant.Violations > 0)
                {
                    throw new InvalidOperationException($"{invariant.Name}: {invariant.Violations} ({invariant.Example})");
                }
            }
        }
    });
}
