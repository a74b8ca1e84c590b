namespace Kominkan.Booking;

/// <summary>Tells the audit whose data a staff page of hires shows.</summary>
internal static class Seeing
{
    /// <summary>What the audit calls one hire's people.</summary>
    public const string Kind = "hire";

    public static Task SawAsync(this IAudit audit, Act act, string what, Guid? hall, IEnumerable<Guid> hires) =>
        audit.SawAsync(new Sight(act, what, [.. hires.Select(id => new Subject(Kind, id))]) { HallId = hall });
}
