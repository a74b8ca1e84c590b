using System.Globalization;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Booking;

/// <summary>Tells whoever hired what became of it, in the transaction that changed it.</summary>
internal sealed class TellHirers(IMessages messages, IHallDirectory halls)
{
    private const string Look = "予約を見る、取り消す";

    public Task BookedAsync(RoomHire hire, Room room, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Booked, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : MessageChannel.Screen, cancellation);

    /// <summary>Who gave it back themselves knows; whom the hall cancels is called, if there is no mail.</summary>
    public Task CancelledAsync(RoomHire hire, Room room, bool byStaff, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Cancelled, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : byStaff && hire.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen, cancellation);

    /// <summary>Who has no mail is called: they must know how to appeal, and that the room is not theirs.</summary>
    public Task RefusedAsync(RoomHire hire, Room room, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Refused, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : hire.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen, cancellation);

    public Task PermittedAsync(RoomHire hire, Room room, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Permitted, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : MessageChannel.Screen, cancellation);

    /// <summary>Who has no mail is called: an offer nobody hears of is none.</summary>
    public async Task MoveOfferedAsync(RoomHire hire, Room left, Room room, DateTime until, CancellationToken cancellation)
    {
        var channel = hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : hire.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen;
        await PostAsync(hire, MoveMessages.Offered, channel, room.Id.ToString("N"), MoveMessages.Values(hire, left, room, until, await halls.GetAsync(cancellation)), until, "返事をする", cancellation);
    }

    /// <summary>利用の点数: who has no mail is called, one row for each time the case is opened or decided.</summary>
    public async Task PointsAsync(RoomHire hire, Room room, PointCase about, string kind, CancellationToken cancellation, DateOnly? stopped = null)
    {
        var channel = hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : hire.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen;
        await PostAsync(hire, kind, channel, about.OpenedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), PointMessages.Values(hire, room, about, (await halls.GetAsync(cancellation)).NameOf(hire.HallId), stopped), null, "予約を開いて、事情を書く", cancellation);
    }

    public async Task MovedAsync(RoomHire hire, Room left, Room room, CancellationToken cancellation) =>
        await PostAsync(hire, MoveMessages.Moved, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : MessageChannel.Screen, room.Id.ToString("N"), MoveMessages.Values(hire, left, room, null, await halls.GetAsync(cancellation)), null, Look, cancellation);

    private async Task PostAsync(RoomHire hire, Room room, string kind, MessageChannel channel, CancellationToken cancellation) =>
        await PostAsync(hire, kind, channel, kind == HireMessages.Permitted ? $"{hire.PermitVersion}" : "", HireMessages.Values(hire, room, (await halls.GetAsync(cancellation)).NameOf(hire.HallId)), null, Look, cancellation);

    private Task PostAsync(RoomHire hire, string kind, MessageChannel channel, string period, IReadOnlyDictionary<string, MessageValue> values, DateTime? expiresAt, string label, CancellationToken cancellation) => messages.PostAsync(new NewMessage
    {
        Kind = kind,
        Subject = hire.Id,
        Channel = channel,
        Recipient = new MessageRecipient(hire.Hirer.Name, channel == MessageChannel.Phone ? hire.Hirer.Phone : channel == MessageChannel.Mail ? hire.Hirer.Mail : ""),
        HallId = hire.HallId,
        Period = period,
        ExpiresAt = expiresAt,
        Values = values,
        LinkPath = "/hires",
        LinkLabel = label,
    }, cancellation);
}
