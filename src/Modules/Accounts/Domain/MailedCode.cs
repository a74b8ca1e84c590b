using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kominkan.Accounts.Domain;

/// <summary>Six digits mailed to an address: whoever reads its mail may come in, once. The row holds neither address nor code.</summary>
internal sealed class MailedCode
{
    public const int Tries = 5;

    /// <summary>So many for one address in a quarter of an hour; more are not sent, and nobody is kept out for longer.</summary>
    public const int PerAddress = 3;

    /// <summary>So many in a minute for everybody together.</summary>
    public const int PerMinute = 600;

    public static readonly CityRule Minutes = new("accounts.code-minutes", "メールの確認コードが使える時間", "分", 10, 5, 60);

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private MailedCode()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Hash of the folded address.</summary>
    public string AddressKey { get; private init; } = "";

    /// <summary>Encrypted: six digits would be guessed from any hash.</summary>
    public string Sealed { get; private init; } = "";

    public DateTime SentAt { get; private init; }

    public DateTime ExpiresAt { get; private init; }

    /// <summary>How often a code was tried against it, the right one too.</summary>
    public int Tried { get; private init; }

    public DateTime? UsedAt { get; private init; }

    public static string NewDigits() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static string KeyOf(string mail) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Account.Normalize(mail))));

    public static MailedCode Of(string mail, string sealedDigits, DateTime now, int minutes) =>
        new() { Id = Guid.CreateVersion7(), AddressKey = KeyOf(mail), Sealed = sealedDigits, SentAt = now, ExpiresAt = now.AddMinutes(minutes) };
}
