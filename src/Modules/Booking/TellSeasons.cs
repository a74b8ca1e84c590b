using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Booking;

/// <summary>Tells a circle its year in one message, not in fifty.</summary>
internal sealed class TellSeasons(IMessages messages, IHallDirectory halls)
{
    public async Task TakenAsync(Season season, IReadOnlyList<RoomHire> hires, IReadOnlyDictionary<Guid, Room> rooms, CancellationToken cancellation)
    {
        var channel = TellWaiters.Reach(season, calls: true);
        await messages.PostAsync(new NewMessage
        {
            Kind = SeasonMessages.Taken,
            Subject = season.Id,
            Channel = channel,
            Recipient = TellWaiters.Recipient(season, channel),
            HallId = season.HallId,
            Values = SeasonMessages.Values(season, (await halls.GetAsync(cancellation)).NameOf(season.HallId), hires.Count, new MessageValue(string.Join("\n", hires.Select(h => $"{h.Date.Long()}　{rooms[h.RoomId].Name}（{h.Number}）")), string.Join("\n", hires.Select(h => $"{h.Date.InEnglish()}, {rooms[h.RoomId].Name} ({h.Number})")))),
            LinkPath = "/hires",
            LinkLabel = "予約を見る、取り消す",
        }, cancellation);
    }
}
