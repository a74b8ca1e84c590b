using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;

namespace Kominkan.Booking;

/// <summary>Tells who takes part in a draw of rooms that they do, and what came of it.</summary>
internal sealed class TellEntrants(IMessages messages, IHallDirectory halls)
{
    public async Task EnteredAsync(LotteryEntry entry, Lottery lottery, CancellationToken cancellation) =>
        await messages.PostAsync(About(entry, lottery, LotteryMessages.Entered, (await halls.GetAsync(cancellation)).NameOf(lottery.HallId), ""), cancellation);

    public Task DrawnAsync(Lottery lottery, IReadOnlyList<LotteryEntry> entries, IReadOnlyList<RoomHire> won, IReadOnlyDictionary<Guid, Room> rooms, string hall, CancellationToken cancellation)
    {
        var hires = won.ToDictionary(h => h.Id);
        return messages.PostAsync([.. entries.Select(e =>
        {
            var got = e.Wishes.Where(w => w.HireId is not null).OrderBy(w => w.Rank).ThenBy(w => w.Part).Select(w => (Wish: w, Room: rooms[w.RoomId].Name, hires[w.HireId!.Value].Number)).ToList();
            var result = new MessageValue(string.Join("\n", got.Select(g => $"{Wording.When(g.Wish.Slot)}　{g.Room}（受付番号 {g.Number}）")), string.Join("\n", got.Select(g => $"{g.Wish.Date.InEnglish(g.Wish.From, g.Wish.To)}, {g.Room} (receipt number {g.Number})")));
            return About(e, lottery, got.Count > 0 ? LotteryMessages.Won : LotteryMessages.Lost, hall, result);
        })], cancellation);
    }

    /// <summary>Who won and has no mail is called: they must answer.</summary>
    private static NewMessage About(LotteryEntry entry, Lottery lottery, string kind, string hall, MessageValue result)
    {
        var channel = TellWaiters.Reach(entry, calls: kind == LotteryMessages.Won);
        return new NewMessage
        {
            Kind = kind,
            Subject = entry.Id,
            Channel = channel,
            Recipient = TellWaiters.Recipient(entry, channel),
            HallId = entry.HallId,
            About = lottery.Id,
            Values = LotteryMessages.Values(entry, lottery, hall, result),
            LinkPath = "/hires",
            LinkLabel = "申し込みと結果を見る",
        };
    }
}
