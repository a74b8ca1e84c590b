using Kominkan.Cashier.Domain;

namespace Kominkan.Cashier;

/// <summary>Asks the module that charges for a bill's lines.</summary>
internal static class Explaining
{
    /// <summary>Empty where nobody explains such bills.</summary>
    public static async Task<IReadOnlyList<ChargeLine>> ExplainAsync(this IEnumerable<IChargeLines> explainers, Bill bill, CancellationToken cancellation = default) =>
        explainers.FirstOrDefault(e => e.Kind == bill.Kind) is { } explainer ? await explainer.OfAsync(bill.Subject, cancellation) : [];
}
