using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Notifications.Sending;

/// <summary>
/// The sweep that sends what is due. Rows are claimed with a lease, so that several hosts share the work; what a killed
/// host had claimed is free again when its lease ends. A mail server that is down costs no message an attempt.
/// </summary>
internal sealed partial class SendMessages(Claims claims, NotificationsDb db, AppDatabase database, IEnumerable<IMessageTransport> transports, StopLink stop, SiteInfo site, TimeProvider clock, ILogger<SendMessages> log) : IJob
{
    /// <summary>After so many connections that broke one after the other the server is down, and the next sweep looks again.</summary>
    private const int Broken = 3;

    /// <summary>A message that our own program cannot write is given up after so many tries.</summary>
    private const int Poison = 3;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await claims.DropExpiredAsync(cancellation);
        foreach (var transport in transports.Where(t => t.WhyNotSend is null))
        {
            await DrainAsync(transport, cancellation);
        }
    }

    private async Task DrainAsync(IMessageTransport transport, CancellationToken cancellation)
    {
        ITransportSession? session = null;
        var broken = 0;
        try
        {
            while (await claims.TakeAsync(transport.Channel, cancellation) is { Count: > 0 } claimed)
            {
                foreach (var bundle in claimed)
                {
                    session ??= await transport.OpenAsync(cancellation);
                    try
                    {
                        broken = await SendAsync(session, bundle, cancellation) ? 0 : broken;
                    }
                    catch (TransportDownException e)
                    {
                        // The message itself may be what broke the connection: it goes behind the others.
                        await RecordAsync(bundle, m => m.Postpone(e.Message, clock.UtcNow()));
                        session = await CloseAsync(session);
                        if (++broken >= Broken)
                        {
                            throw;
                        }
                    }
                }

                db.ChangeTracker.Clear();
            }
        }
        catch (TransportDownException)
        {
            await claims.ReleaseAsync(cancellation);
            throw;
        }
        finally
        {
            await CloseAsync(session);
        }
    }

    /// <returns>Whether the other side answered.</returns>
    private async Task<bool> SendAsync(ITransportSession session, IReadOnlyList<Message> bundle, CancellationToken cancellation)
    {
        if (!await claims.StillHeldAsync(cancellation))
        {
            return false;
        }

        Delivery delivery;
        try
        {
            delivery = await session.SendAsync(Write(bundle), cancellation);
        }
        catch (Exception e) when (e is not (TransportDownException or OperationCanceledException))
        {
            Stumbled(bundle[0].Id, e);
            var unreadable = "このお知らせは、プログラムがメールにできません。";
            delivery = new Delivery(bundle[0].Attempts + 1 < Poison ? DeliveryKind.Later : DeliveryKind.Never, unreadable);
        }

        var now = clock.UtcNow();
        await RecordAsync(bundle, m =>
        {
            switch (delivery.Kind)
            {
                case DeliveryKind.Taken:
                    m.Take(now, m == bundle[0] ? null : bundle[0].Id);
                    break;
                case DeliveryKind.Later:
                    m.Postpone(delivery.Reason ?? "", now);
                    break;
                default:
                    m.Refuse(delivery.Reason ?? "", now);
                    break;
            }
        });
        return true;
    }

    private Task RecordAsync(IReadOnlyList<Message> bundle, Action<Message> change) => database.InTransactionAsync(async () =>
    {
        foreach (var message in bundle)
        {
            change(message);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    });

    private OutgoingMessage Write(IReadOnlyList<Message> bundle)
    {
        var first = bundle[0];
        var digest = bundle.Count > 1;
        return new OutgoingMessage(
            first.Id,
            first.Name,
            first.Address,
            digest ? Letter.DigestTitle(first.Title, bundle.Count - 1, first.Language) : first.Title,
            digest ? string.Join("\n\n", bundle.Select((m, i) => $"■ {i + 1}. {m.Title}\n\n{m.Body.Trim()}{(Link(m) is { } link ? $"\n{Letter.LinkWords(m.LinkLabel, m.Language)}：{link}" : "")}")) : first.Body,
            digest ? null : Link(first),
            first.LinkLabel,
            digest ? null : stop.Of(first))
        { Language = first.Language };
    }

    private string? Link(Message message) => message.LinkPath is { } path ? site.BaseUrl + path : null;

    private static async Task<ITransportSession?> CloseAsync(ITransportSession? session)
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }

        return null;
    }

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be written")]
    private partial void Stumbled(Guid id, Exception e);
}
