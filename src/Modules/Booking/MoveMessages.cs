using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What those are told whose room is needed for something else, in the words it starts with.</summary>
internal sealed class MoveMessages(BookingDb db, IRooms rooms, IHallDirectory halls) : IMessageKinds
{
    public const string Offered = "booking.move-offered";
    public const string Moved = "booking.moved";

    private const string Where = "\n\n日時：{日時}\nもとの場所：{もとの館} {もとの部屋}\n新しい場所：{館} {部屋}\n使用料：{使用料}（変わりません）";
    private const string Foot = "\n\n受付番号：{受付番号}\n受付番号と電話番号で、返事をし、予約の内容を見ることができます。";
    private const string English = "\n\nWhen: {日時}\nInstead of: {もとの館} {もとの部屋}\nNew place: {館} {部屋}\nReceipt number: {受付番号}";

    private static readonly string[] Placeholders = ["日時", "もとの館", "もとの部屋", "館", "部屋", "使用料", "受付番号", "氏名", "期限"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(Offered, "会場の変更を案内する", "会場の変更のお願い（{期限}まで）", "予約された部屋が、急に使えなくなりました。同じ時間に使える部屋を取り置いています。移るかどうか、{期限}までに返事をしてください。移らないときと返事がないときは、使用料を全額お返しします。", "部屋（へや）が 使（つか）えなく なりました。ほかの 部屋が あります。{期限}までに 返事（へんじ）を してください。", "The room you booked cannot be used. We keep another room for you at the same time. Please answer by {期限}; otherwise the whole fee is refunded."),
        Told(Moved, "会場を変更した", "予約の会場が変わりました", "会場を変更しました。使用料と減免は前のままです。", "部屋（へや）が かわりました。お金（かね）は かわりません。", "Your booking has moved to another room. The fee stays as it was."),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        var moving = await db.DisplacedHires.AsNoTracking().Where(d => d.OfferedRoomId != null).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        return moving is not null && await db.Hires.AsNoTracking().SingleOrDefaultAsync(h => h.Id == moving.HireId, cancellation) is { } hire
            && await rooms.FindAsync(moving.RoomId, cancellation) is { } left && await rooms.FindAsync(moving.OfferedRoomId!.Value, cancellation) is { } room
            ? Values(hire, left, room, moving.OfferUntil, await halls.GetAsync(cancellation)) : null;
    }

    public static IReadOnlyDictionary<string, MessageValue> Values(RoomHire hire, Room left, Room room, DateTime? until, HallDirectory halls) => new Dictionary<string, MessageValue>(HireMessages.Values(hire, room, halls.NameOf(room.HallId)))
    {
        ["もとの館"] = halls.NameOf(left.HallId),
        ["もとの部屋"] = left.Name,
        ["期限"] = until is { } moment ? new MessageValue(Wording.Moment(moment), moment.InEnglish()) : "",
    };

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english) =>
        new(key, label, Placeholders, new(title, body + Where + Foot), new(title, easy + Where + "\n\n受付番号（うけつけばんごう）：{受付番号}"), new("{館} {部屋}", english + English));
}
