namespace Kominkan.Notifications.Contracts;

/// <summary>
/// A way messages leave the house: SMTP is ours, SMS or LINE come as plugins. The sweep that calls it knows leases, hours
/// and back-off; a transport only sends and says what became of it.
/// </summary>
public interface IMessageTransport
{
    MessageChannel Channel { get; }

    /// <summary>Why nothing can be sent as it is configured, as a sentence for the jobs page, or null when it can.</summary>
    string? WhyNotSend { get; }

    /// <summary>Opens what several messages share, a connection; every wait in it ends after 15 seconds.</summary>
    /// <exception cref="TransportDownException">The other side cannot be reached.</exception>
    Task<ITransportSession> OpenAsync(CancellationToken cancellation);
}

/// <summary>An open connection; not for several threads at once.</summary>
public interface ITransportSession : IAsyncDisposable
{
    /// <summary>Sends one message to its one recipient.</summary>
    /// <exception cref="TransportDownException">The connection is of no further use; whether the message arrived is not known.</exception>
    Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>What is sent to one recipient: one message, or several of a day as one.</summary>
/// <param name="Id">Id of the (first) message; the same whenever it is sent again, so that the other side can tell.</param>
/// <param name="To">Address as it was given.</param>
/// <param name="Link">Absolute address, or null.</param>
/// <param name="UnsubscribeLink">Absolute address that stops news of this kind; null for what is not news.</param>
public sealed record OutgoingMessage(Guid Id, string ToName, string To, string Title, string Body, string? Link, string? LinkLabel, string? UnsubscribeLink)
{
    /// <summary>What it is written in; what the transport adds is written in it too.</summary>
    public MessageLanguage Language { get; init; }
}

/// <summary>What became of a message.</summary>
/// <param name="Reason">What the other side said; null when it was taken.</param>
public sealed record Delivery(DeliveryKind Kind, string? Reason = null)
{
    public static readonly Delivery Taken = new(DeliveryKind.Taken);
}

public enum DeliveryKind
{
    /// <summary>The other side has it.</summary>
    Taken,

    /// <summary>Not now; worth trying again.</summary>
    Later,

    /// <summary>Never to this address; not tried again, and shown to staff.</summary>
    Never,
}

/// <summary>The other side cannot be reached or has hung up; nothing is known against any recipient.</summary>
public sealed class TransportDownException(string sentence, Exception? inner = null) : Exception(sentence, inner);
