using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using MimeKit;

namespace Kominkan.Testing;

/// <summary>
/// A real mail server on a free port with a mailbox a test can read; see smtpd.py for the addresses it misbehaves to. It
/// ends with the test process, however that ends.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly string folder;

    private MailServer(Process process, string folder, int port, string fingerprint) =>
        (this.process, this.folder, Port, Fingerprint) = (process, folder, port, fingerprint);

    public int Port { get; }

    /// <summary>SHA-256 of its self-signed certificate.</summary>
    public string Fingerprint { get; }

    /// <summary>What the program must be told to send here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:From"] = "kominkan@city.example.jp",
        ["Mail:Certificate"] = Fingerprint,
    };

    public int Count => Directory.GetFiles(folder, "*.eml").Length;

    public static async Task<MailServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kominkan-mail-").FullName;
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var (certificateFile, keyFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "smtpd.py"), folder, certificateFile, keyFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The mail server did not start; is python3-aiosmtpd installed?");
        return new MailServer(process, folder, int.Parse(port, CultureInfo.InvariantCulture), certificate.GetCertHashString(HashAlgorithmName.SHA256));
    }

    /// <summary>Has the program send here: <c>KominkanApp.StartAsync(mail.Configure)</c>.</summary>
    public void Configure(WebApplicationBuilder builder)
    {
        foreach (var (setting, value) in Settings)
        {
            builder.Configuration[setting] = value;
        }
    }

    /// <summary>Every mail it has taken, in the order it took them.</summary>
    public IReadOnlyList<ReceivedMail> Mails() => [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(f => new ReceivedMail(MimeMessage.Load(f)))];

    public IReadOnlyList<ReceivedMail> MailsTo(string address) => [.. Mails().Where(m => m.To.Contains(address))];

    /// <summary>down, up, mode ok, mode 421, mode slow SECONDS, mode notls; returns when it holds.</summary>
    public async Task TellAsync(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A mail as it arrived.</summary>
public sealed record ReceivedMail(MimeMessage Message)
{
    /// <summary>Recipients as the server was told them, not as the head of the mail says.</summary>
    public IReadOnlyList<string> To => [.. Message.Headers.Where(h => h.Field == "X-Envelope-To").Select(h => h.Value)];

    /// <summary>Came over TLS.</summary>
    public bool IsSecure => Message.Headers["X-Secure"] == "yes";

    public string Subject => Message.Subject ?? "";

    public string Text => (Message.TextBody ?? "").ReplaceLineEndings("\n");

    public string Html => Message.HtmlBody ?? "";

    public string Id => Message.MessageId ?? "";
}
