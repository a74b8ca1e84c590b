using System.Globalization;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What those are told who take part in a draw of rooms, in the words it starts with.</summary>
internal sealed class LotteryMessages(BookingDb db, IHallDirectory halls) : IMessageKinds
{
    public const string Entered = "booking.lottery-entered";
    public const string Won = "booking.lottery-won";
    public const string Lost = "booking.lottery-lost";

    private const string Foot = "\n\n館：{館}\n使う月：{月}\n受付番号：{受付番号}\n受付番号と電話番号で、申し込みと結果を見ることができます。";
    private const string English = "\n\nWhere: {館}\nMonth: {月}\nReceipt number: {受付番号}";

    private static readonly string[] Placeholders = ["館", "月", "結果", "期限", "受付番号", "抽選番号", "氏名"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(Entered, "部屋の抽選の申し込みを受け付けた", "{館} {月}の部屋の抽選を受け付けました", "部屋の抽選の申し込みを受け付けました。抽選番号は{抽選番号}です。結果が決まったら、お知らせします。", "抽選（くじ）の 申し込みを うけました。結果（けっか）は あとで 知らせます。", "We have received your wishes. Rooms are drawn by lot; we will tell you the result."),
        Told(Won, "部屋の抽選に当選した", "{館} {月}の部屋が当たりました", "部屋の抽選に当たりました。{期限}\n\n{結果}", "部屋（へや）の 抽選（くじ）に あたりました。{期限}\n{結果}", "You have won rooms in the draw. {期限}\n{結果}"),
        Told(Lost, "部屋の抽選に外れた", "{館} {月}の部屋の抽選の結果", "部屋の抽選に外れました。外れた希望は、抽選の順に空きを待ちます。空いたら、お知らせします。", "部屋（へや）の 抽選（くじ）に はずれました。あいたら、知らせます。", "You have not won a room. You are on the waiting list in the order of the draw."),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        var entry = await db.LotteryEntries.AsNoTracking().OrderByDescending(e => e.AskedAt).FirstOrDefaultAsync(cancellation);
        return entry is null || await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == entry.LotteryId, cancellation) is not { } lottery
            ? null : Values(entry, lottery, (await halls.GetAsync(cancellation)).NameOf(entry.HallId), "令和9年3月6日（土）午前9時から正午まで　研修室1");
    }

    public static IReadOnlyDictionary<string, MessageValue> Values(LotteryEntry entry, Lottery lottery, string hall, MessageValue result) => new Dictionary<string, MessageValue>
    {
        ["館"] = hall,
        ["月"] = new(Lottery.TitleOf(lottery.Month), lottery.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)),
        ["結果"] = result,
        ["期限"] = lottery.ConfirmBy is { } until ? new MessageValue($"使うかどうか、{Wording.Moment(until)}までに返事をしてください。過ぎると次の方に回ります。", $"Please answer by {until.InEnglish()}; after that they go to the next group.") : new MessageValue("予約になりました。", "They are booked."),
        ["受付番号"] = entry.Number,
        ["抽選番号"] = entry.Code,
        ["氏名"] = entry.Hirer.Name,
    };

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english) =>
        new(key, label, Placeholders, new(title, body + Foot), new(title, easy + "\n\n受付番号（うけつけばんごう）：{受付番号}"), new("{館} {月}", english + English));
}
