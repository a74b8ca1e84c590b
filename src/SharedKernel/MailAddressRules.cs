using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Kominkan.SharedKernel;

/// <summary>What we take for one mail address. Whatever passes cannot add a header or a second recipient.</summary>
public static class MailAddressRules
{
    /// <summary>The longest address a mail server must take. Source: RFC 5321, 4.5.3.1.3.</summary>
    public const int Longest = 254;

    private const string Forbidden = ",;:<>()[]\\\"";

    /// <summary>Why it cannot be used, as the sentence of a form, or null when it can.</summary>
    public static string? WhyNot(string mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Length > Longest ? "メールアドレスが長すぎます。確かめてください。"
            : Read(mail) is null ? "メールアドレスは name@example.jp のように入力してください。"
            : null;
    }

    /// <summary>The address as a mail server takes it, an international domain in its ASCII form; null when it cannot be used.</summary>
    public static string? Read(string? mail)
    {
        var at = mail?.LastIndexOf('@') ?? -1;
        if (mail is null || mail.Length > Longest || at is < 1 or > 64 || at == mail.Length - 1)
        {
            return null;
        }

        var local = mail[..at];
        if (local.Any(c => c is <= ' ' or > '~' or '@' || Forbidden.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(mail[(at + 1)..]);
            // Old addresses of mobile carriers have dots where a plain local part may not: in quotes they are the same address.
            var dots = local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal);
            var whole = dots ? $"\"{local}\"@{domain}" : $"{local}@{domain}";
            return whole.Length <= Longest && domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) == UriHostNameType.Dns ? whole : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>A box for one mail address: empty, or one that mail can be sent to.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var mail = JapaneseText.Clean(value as string);
        return mail.Length > 0 && MailAddressRules.WhyNot(mail) is { } why ? new(why, [validationContext.MemberName!]) : ValidationResult.Success;
    }
}
