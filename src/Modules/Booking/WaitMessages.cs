using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What those are told who wait for a room, in the words it starts with.</summary>
internal sealed class WaitMessages(BookingDb db, IRooms rooms, IHallDirectory halls) : IMessageKinds
{
    public const string Waiting = "booking.waiting";
    public const string Offered = "booking.offered";
    public const string Lapsed = "booking.offer-lapsed";

    private const string Where = "\n\n日時：{日時}\n場所：{館} {部屋}";
    private const string Foot = "\n\n受付番号：{受付番号}\n受付番号と電話番号で、返事をし、取り消すことができます。";
    private const string English = "\n\nWhen: {日時}\nWhere: {館} {部屋}\nReceipt number: {受付番号}";

    private static readonly string[] Placeholders = ["日時", "館", "部屋", "受付番号", "氏名", "期限"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(Waiting, "部屋の空き待ちを受け付けた", "{部屋}の空き待ちを受け付けました", "空き待ちを受け付けました。空いたら、順番にお知らせします。", "部屋（へや）が あいたら、知（し）らせます。", "You are on the waiting list. We will tell you when the room is free."),
        Told(Offered, "空いた部屋を案内する", "{部屋}が空きました（{期限}まで）", "待っていた時間が空きました。使うかどうか、{期限}までに返事をしてください。過ぎると次の方に回ります。", "部屋（へや）が あきました。{期限}までに 返事（へんじ）を してください。", "The time you waited for is free. Please answer by {期限}; after that it goes to the next person."),
        Told(Lapsed, "空きの案内の期限が過ぎた", "{部屋}の返事の期限が過ぎました", "返事の期限が過ぎたため、部屋は次の方に回りました。", "返事の 期限（きげん）が すぎました。部屋は 次の 人に まわりました。", "The time to answer is over and the room has gone to the next person."),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        var wait = await db.Waits.AsNoTracking().OrderByDescending(w => w.AskedAt).FirstOrDefaultAsync(cancellation);
        return wait is null || await rooms.FindAsync(wait.RoomId, cancellation) is not { } room ? null : Values(wait, room, (await halls.GetAsync(cancellation)).NameOf(wait.HallId));
    }

    public static IReadOnlyDictionary<string, MessageValue> Values(RoomWait wait, Room room, string hall) => new Dictionary<string, MessageValue>
    {
        ["日時"] = new(Wording.When(wait.Slot), wait.Date.InEnglish(wait.From, wait.To)),
        ["館"] = hall,
        ["部屋"] = room.Name,
        ["受付番号"] = wait.Number,
        ["氏名"] = wait.Hirer.Name,
        ["期限"] = wait.OfferUntil is { } until ? new MessageValue(Wording.Moment(until), until.InEnglish()) : "",
    };

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english) =>
        new(key, label, Placeholders, new(title, body + Where + Foot), new(title, easy + Where + "\n\n受付番号（うけつけばんごう）：{受付番号}"), new("{館} {部屋}", english + English));
}
