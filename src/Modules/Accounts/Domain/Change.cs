namespace Kominkan.Accounts.Domain;

/// <summary>What was done to an account or a role, by whom and when. Rows are only ever added.</summary>
/// <param name="By">Account that did it; null when the program did (first account, sample).</param>
/// <param name="What">The act, in Japanese, as the account page shows it; no names and no codes.</param>
internal sealed record Change(Guid Id, Guid? AccountId, string? RoleKey, DateTime At, Guid? By, string What)
{
    public static Change OfAccount(Guid account, DateTime at, Guid? by, string what) => new(Guid.CreateVersion7(), account, null, at, by, what);

    public static Change OfRole(string role, DateTime at, Guid? by, string what) => new(Guid.CreateVersion7(), null, role, at, by, what);
}
