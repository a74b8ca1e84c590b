using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Kominkan.Notifications.Contracts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Kominkan.Notifications.Sending;

/// <summary>Mail by SMTP. One recipient a message: a server that refuses one of three would refuse the other two with it.</summary>
internal sealed class SmtpTransport(MailSettings settings, Letter letter) : IMessageTransport
{
    private const int PatienceMilliseconds = 15_000;

    public MessageChannel Channel => MessageChannel.Mail;

    public string? WhyNotSend => settings.Host is null ? "メールサーバーの設定（Mail__Host）がないため、メールは送られずに待っています。" : null;

    public async Task<ITransportSession> OpenAsync(CancellationToken cancellation)
    {
        var client = new SmtpClient { Timeout = PatienceMilliseconds, CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trust };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatienceMilliseconds);
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, patience.Token);
            if (settings.User is not null)
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", patience.Token);
            }

            return new Session(client, settings.From, letter);
        }
        catch (Exception e) when (Down(e, cancellation) is { } down)
        {
            client.Dispose();
            throw down;
        }
    }

    private bool Trust(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (certificate is not null && settings.Certificate == certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));

    /// <summary>What the exception says about the server, or null when it is not about the server.</summary>
    private static TransportDownException? Down(Exception e, CancellationToken cancellation) => e switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new("メールサーバーが15秒以内に答えません。", e),
        AuthenticationException => new("メールサーバーが利用者名かパスワードを受け付けません。", e),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => new("メールサーバーと暗号化した通信ができません。", e),
        NotSupportedException => new("メールサーバーが Mail__Security の方式に対応していません。", e),
        SmtpCommandException command => new($"メールサーバーが断りました（{(int)command.StatusCode}）。", e),
        ProtocolException or SocketException or IOException or ServiceNotConnectedException or ServiceNotAuthenticatedException => new("メールサーバーとの通信が切れました。", e),
        _ => null,
    };

    private sealed class Session(SmtpClient client, string from, Letter letter) : ITransportSession
    {
        public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            using var mail = letter.Write(message, from);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(PatienceMilliseconds);
            try
            {
                await client.SendAsync(mail, patience.Token);
                return Delivery.Taken;
            }
            catch (SmtpCommandException e) when (AboutThisMessage(e))
            {
                var said = $"メールサーバーの返事：{(int)e.StatusCode} {e.Message}";
                return new Delivery((int)e.StatusCode >= 500 ? DeliveryKind.Never : DeliveryKind.Later, said.Length <= 300 ? said : said[..300]);
            }
            catch (Exception e) when (Down(e, cancellation) is { } down)
            {
                throw down;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                using var patience = new CancellationTokenSource(1000);
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception e) when (Down(e, CancellationToken.None) is not null)
            {
                // It has hung up before us.
            }

            client.Dispose();
        }

        /// <summary>421 closes the connection, and a refused sender is our own mistake: neither says anything about the recipient.</summary>
        private static bool AboutThisMessage(SmtpCommandException e) =>
            e.StatusCode != SmtpStatusCode.ServiceNotAvailable && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
    }
}
