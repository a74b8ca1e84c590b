using System.Globalization;
using System.Net;
using Kominkan.Notifications.Contracts;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Notifications.Sending;

/// <summary>
/// How mail leaves the house, from <c>Mail__…</c>. Without a host nothing is sent; in Development it is then written into
/// a folder, where whoever tries the program finds their code.
/// </summary>
internal sealed record MailSettings : ISettings
{
    public string? Host { get; private init; }

    public int Port { get; private init; }

    /// <summary>The sender's address, in ASCII.</summary>
    public string From { get; private init; } = "";

    public string? User { get; private init; }

    public string? Password { get; private init; }

    public SecureSocketOptions Security { get; private init; }

    /// <summary>SHA-256 of the one certificate that is taken besides those the machine trusts, for a mail server of the house; null for none.</summary>
    public string? Certificate { get; private init; }

    /// <summary>Where mail is written to instead; null for nowhere.</summary>
    public string? Folder { get; private init; }

    /// <exception cref="WrongConfiguration">A setting is wrong or missing.</exception>
    public static MailSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var mail = configuration.GetSection("Mail");
        if (mail.GetChildren().FirstOrDefault(s => s.Key is not ("Host" or "Port" or "From" or "User" or "Password" or "Security" or "Certificate" or "Folder")) is { } unknown)
        {
            throw new WrongConfiguration($"Mail__{unknown.Key}", "この設定はありません。使えるのは Host、Port、From、User、Password、Security、Certificate、Folder です。");
        }

        if (mail["Host"] is not { Length: > 0 } host)
        {
            return mail["User"] is null && mail["Password"] is null
                ? new MailSettings { Folder = FolderOf(mail["Folder"], configuration, environment) }
                : throw new WrongConfiguration("Mail__Host", "メールサーバーの名前（例 smtp.example.jp）を指定してください。");
        }

        var security = mail["Security"] ?? "StartTls";
        return new MailSettings
        {
            Host = Uri.CheckHostName(host) != UriHostNameType.Unknown ? host : throw new WrongConfiguration("Mail__Host", $"「{host}」はサーバーの名前ではありません。"),
            Port = PortOf(mail["Port"], security),
            From = MailAddressRules.Read(mail["From"]) ?? throw new WrongConfiguration("Mail__From", "差出人のメールアドレス（例 kominkan@example.jp）を指定してください。"),
            User = mail["User"],
            Password = mail["User"] is null || mail["Password"] is { Length: > 0 } ? mail["Password"] : throw new WrongConfiguration("Mail__Password", "Mail__User と一緒にパスワードを指定してください。"),
            Security = SecurityOf(security, mail["User"] is not null && !IsThisMachine(host)),
            Certificate = CertificateOf(mail["Certificate"]),
        };
    }

    private static string? FolderOf(string? given, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = given is { Length: > 0 } ? Path.GetFullPath(given)
            : environment.IsDevelopment() ? Path.Combine(Path.GetDirectoryName(DatabaseSettings.From(configuration).File) is { Length: > 0 } beside ? beside : Path.GetFullPath("data"), "mail")
            : null;
        if (given is { Length: > 0 } && !environment.IsDevelopment())
        {
            throw new WrongConfiguration("Mail__Folder", "メールをフォルダーに書くのは、開発のときだけです。Mail__Host を指定してください。");
        }

        return folder;
    }

    private static int PortOf(string? given, string security) =>
        given is null ? security.ToUpperInvariant() switch { "TLS" => 465, "NONE" => 25, _ => 587 }
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw new WrongConfiguration("Mail__Port", $"「{given}」は使えません。1から65535までの数を指定してください。");

    private static SecureSocketOptions SecurityOf(string given, bool secret) => given.ToUpperInvariant() switch
    {
        "STARTTLS" => SecureSocketOptions.StartTls,
        "TLS" => SecureSocketOptions.SslOnConnect,
        "NONE" when !secret => SecureSocketOptions.None,
        "NONE" => throw new WrongConfiguration("Mail__Security", "パスワードを送るときは、StartTls か Tls を指定してください。"),
        _ => throw new WrongConfiguration("Mail__Security", $"「{given}」は使えません。StartTls、Tls、None のどれかを指定してください。"),
    };

    private static string? CertificateOf(string? given)
    {
        var hex = given?.Replace(":", "", StringComparison.Ordinal);
        return string.IsNullOrEmpty(hex) ? null
            : hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? hex.ToUpperInvariant()
            : throw new WrongConfiguration("Mail__Certificate", "証明書のSHA-256（64けたの16進数）を指定してください。");
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
