using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Booking;

/// <summary>Tells whoever hired what became of it, in the transaction that changed it.</summary>
internal sealed class TellHirers(IMessages messages, IHallDirectory halls)
{
    public Task BookedAsync(RoomHire hire, Room room, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Booked, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : MessageChannel.Screen, cancellation);

    /// <summary>Who gave it back themselves knows; whom the hall cancels is called, if there is no mail.</summary>
    public Task CancelledAsync(RoomHire hire, Room room, bool byStaff, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Cancelled, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : byStaff && hire.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen, cancellation);

    public Task PermittedAsync(RoomHire hire, Room room, CancellationToken cancellation) =>
        PostAsync(hire, room, HireMessages.Permitted, hire.Hirer.Mail.Length > 0 ? MessageChannel.Mail : MessageChannel.Screen, cancellation);

    private async Task PostAsync(RoomHire hire, Room room, string kind, MessageChannel channel, CancellationToken cancellation) => await messages.PostAsync(new NewMessage
    {
        Kind = kind,
        Subject = hire.Id,
        Channel = channel,
        Recipient = new MessageRecipient(hire.Hirer.Name, channel == MessageChannel.Phone ? hire.Hirer.Phone : channel == MessageChannel.Mail ? hire.Hirer.Mail : ""),
        HallId = hire.HallId,
        Period = kind == HireMessages.Permitted ? $"{hire.PermitVersion}" : "",
        Values = HireMessages.Values(hire, room, (await halls.GetAsync(cancellation)).NameOf(hire.HallId)),
        LinkPath = "/hires",
        LinkLabel = "予約を見る、取り消す",
    }, cancellation);
}
