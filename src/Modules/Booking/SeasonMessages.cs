using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What a circle is told of its year, in the words it starts with.</summary>
internal sealed class SeasonMessages(BookingDb db, IHallDirectory halls) : IMessageKinds
{
    public const string Taken = "booking.season-taken";

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        new(Taken, "年間の予約が決まった", ["館", "時間", "回数", "予約", "氏名"],
            new("{館} 年間の予約が決まりました", "年間の予約（{時間}、{回数}）が決まりました。使わない日は、早めに取り消してください。\n\n{予約}"),
            new("{館} 年間の予約が決まりました", "1年の 予約（よやく）が きまりました。\n{予約}"),
            new("{館}", "Your weekly bookings are made.\n{予約}")),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        await db.Seasons.AsNoTracking().OrderByDescending(s => s.AskedAt).FirstOrDefaultAsync(cancellation) is { } season
            ? Values(season, (await halls.GetAsync(cancellation)).NameOf(season.HallId), season.Dates.Count(), $"{season.First.Long()}　研修室1（1234-5678）") : null;

    public static IReadOnlyDictionary<string, MessageValue> Values(Season season, string hall, int count, MessageValue hires) => new Dictionary<string, MessageValue>
    {
        ["館"] = hall,
        ["時間"] = new($"毎週{season.First.Weekday()}曜 {Wording.Spoken(season.From, season.To)}", $"{season.First.DayOfWeek}s, {Wording.Hours(season.From, season.To)}"),
        ["回数"] = new($"{count}回", $"{count}"),
        ["予約"] = hires,
        ["氏名"] = season.Hirer.Name,
    };
}
