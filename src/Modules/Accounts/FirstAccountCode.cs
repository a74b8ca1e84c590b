using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts;

/// <summary>
/// Lets whoever sees the console make the first account, and agree to a grant where nobody else at head office could.
/// Made anew at each start, never stored.
/// </summary>
internal sealed class FirstAccountCode
{
    public string Code { get; } = SetPasswordCode.New();

    public bool Accepts(string? code) => SetPasswordCode.Hash(code) == SetPasswordCode.Hash(Code);
}
