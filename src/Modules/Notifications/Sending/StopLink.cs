using System.Security.Cryptography;
using Kominkan.Notifications.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace Kominkan.Notifications.Sending;

/// <summary>The address in a mail of news that stops it: the kind and the recipient's key, sealed, so that nobody stops another's.</summary>
internal sealed class StopLink(SiteInfo site, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("Kominkan.Notifications.StopNews");

    public string? Of(Message message) => message.News ? $"{site.BaseUrl}/messages/stop?t={seal.Protect($"{message.Kind}|{message.RecipientKey}")}" : null;

    /// <summary>What the link names, or null when it is not ours.</summary>
    public (string Kind, string RecipientKey)? Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) || seal.Unprotect(token).Split('|') is not [var kind, var key] ? null : (kind, key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
