namespace Kominkan.Accounts;

/// <summary>Tells the audit whose account a page shows.</summary>
internal static class Seeing
{
    public static Task SawAsync(this IAudit audit, string what, params IEnumerable<Guid> accounts) =>
        audit.SawAsync(new Sight(Act.View, what, [.. accounts.Select(id => new Subject(SubjectKinds.Account, id))]));
}
