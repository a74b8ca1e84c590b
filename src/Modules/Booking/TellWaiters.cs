using System.Globalization;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Booking;

/// <summary>Tells whoever waits for a room where they stand, in the transaction that changed it.</summary>
internal sealed class TellWaiters(IMessages messages, IHallDirectory halls)
{
    public Task WaitingAsync(RoomWait wait, Room room, CancellationToken cancellation) =>
        PostAsync(wait, room, WaitMessages.Waiting, Reach(wait, calls: false), cancellation);

    /// <summary>Who has no mail is called: an offer nobody hears of is none.</summary>
    public Task OfferedAsync(RoomWait wait, Room room, CancellationToken cancellation) =>
        PostAsync(wait, room, WaitMessages.Offered, Reach(wait, calls: true), cancellation);

    public Task LapsedAsync(RoomWait wait, Room room, CancellationToken cancellation) =>
        PostAsync(wait, room, WaitMessages.Lapsed, Reach(wait, calls: false), cancellation);

    public static MessageChannel Reach(HireRequest request, bool calls) =>
        request.Hirer.Mail.Length > 0 ? MessageChannel.Mail : calls && request.Hirer.Phone.Length > 0 ? MessageChannel.Phone : MessageChannel.Screen;

    public static MessageRecipient Recipient(HireRequest request, MessageChannel channel) =>
        new(request.Hirer.Name, channel == MessageChannel.Phone ? request.Hirer.Phone : channel == MessageChannel.Mail ? request.Hirer.Mail : "", request.AccountId);

    private async Task PostAsync(RoomWait wait, Room room, string kind, MessageChannel channel, CancellationToken cancellation) => await messages.PostAsync(new NewMessage
    {
        Kind = kind,
        Subject = wait.Id,
        Channel = channel,
        Recipient = Recipient(wait, channel),
        HallId = wait.HallId,
        Period = wait.OfferUntil?.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) ?? "",
        ExpiresAt = kind == WaitMessages.Offered ? wait.OfferUntil : null,
        Values = WaitMessages.Values(wait, room, (await halls.GetAsync(cancellation)).NameOf(wait.HallId)),
        LinkPath = "/hires",
        LinkLabel = "返事をする、取り消す",
    }, cancellation);
}
