using Microsoft.AspNetCore.WebUtilities;

namespace Kominkan.Accounts.Pages.Accounts.Own;

internal static class PasskeyKey
{
    /// <summary>The credential's id from an address; null when it is none.</summary>
    public static byte[]? Read(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
