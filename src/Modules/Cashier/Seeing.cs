namespace Kominkan.Cashier;

/// <summary>Tells the audit whose data a page of the cash desk shows.</summary>
internal static class Seeing
{
    /// <summary>What the audit calls who pays a bill.</summary>
    public const string Kind = "bill";

    public static Task SawAsync(this IAudit audit, Act act, string what, Guid? hall, IEnumerable<Guid> bills) =>
        audit.SawAsync(new Sight(act, what, [.. bills.Select(id => new Subject(Kind, id))]) { HallId = hall });
}
