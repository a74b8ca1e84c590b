using Kominkan.Notifications.Contracts;

namespace Kominkan.Notifications.Sending;

/// <summary>In Development without a mail server: every mail becomes a file, so that whoever tries the program can read their code.</summary>
internal sealed class FolderTransport(MailSettings settings, Letter letter) : IMessageTransport, ITransportSession
{
    public MessageChannel Channel => MessageChannel.Mail;

    public string? WhyNotSend => settings.Folder is null ? "メールを書くフォルダーがありません。" : null;

    public Task<ITransportSession> OpenAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(settings.Folder!);
        return Task.FromResult<ITransportSession>(this);
    }

    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var mail = letter.Write(message, "kominkan@localhost.localdomain");
        try
        {
            await mail.WriteToAsync(Path.Combine(settings.Folder!, $"{message.Id:N}.eml"), cancellation);
        }
        catch (IOException e)
        {
            throw new TransportDownException("メールのフォルダーに書き込めません。", e);
        }

        return Delivery.Taken;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
