using System.Security.Cryptography;
using System.Text;

namespace Kominkan.Accounts.Domain;

/// <summary>Twelve letters that are easy to read aloud; only their hash is kept.</summary>
internal static class SetPasswordCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string New() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>The code has 59 random bits, so a fast hash keeps it.</summary>
    public static string Hash(string? code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Fold(code))));

    private static string Fold(string? code) =>
        new([.. (code ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
