using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace Kominkan.Accounts;

/// <summary>Keys of authenticator apps are kept encrypted: who reads the database alone cannot make codes.</summary>
internal sealed class TotpKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Accounts.Totp");

    public string Hide(byte[] key) => protector.Protect(Convert.ToBase64String(key));

    /// <summary>Null when it is not of our making.</summary>
    public byte[]? Reveal(string? hidden)
    {
        if (string.IsNullOrEmpty(hidden))
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(protector.Unprotect(hidden));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The step of a right code that was not used yet; null otherwise.</summary>
    public long? StepOf(string? hidden, string typed, long? lastAccepted)
    {
        var digits = new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
        return hidden is not null && Reveal(hidden) is { } key ? Totp.StepOf(key, digits, clock.UtcNow(), lastAccepted) : null;
    }
}
