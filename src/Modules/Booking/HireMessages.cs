using System.Globalization;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What hirers are told, in the words it starts with.</summary>
internal sealed class HireMessages(BookingDb db, IRooms rooms, IHallDirectory halls) : IMessageKinds
{
    public const string Booked = "booking.booked";
    public const string Permitted = "booking.permitted";
    public const string Cancelled = "booking.cancelled";
    public const string Refused = "booking.refused";

    private const string Where = "\n\n日時：{日時}\n場所：{館} {部屋}\n使用料：{使用料}";
    private const string Foot = "\n\n受付番号：{受付番号}\n受付番号と電話番号で、予約の内容を見て、取り消すことができます。";
    private const string OnlyLook = "\n\n受付番号：{受付番号}\n受付番号と電話番号で、予約の内容を見られます。";
    private const string English = "\n\nWhen: {日時}\nWhere: {館} {部屋}\nReceipt number: {受付番号}";

    private static readonly string[] Placeholders = ["日時", "館", "部屋", "使用料", "受付番号", "氏名", "理由", "かかる額"];
    private static readonly string[] OfRefusals = ["日時", "館", "部屋", "使用料", "受付番号", "氏名", "理由", "根拠", "教示"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(Booked, "部屋の予約を受け付けた", "{部屋}の予約を受け付けました", "部屋の予約を受け付けました。使用料は、使う前に館の窓口でお支払いください。", "部屋（へや）の 予約（よやく）を うけました。お金（かね）は 使（つか）う 前（まえ）に はらって ください。", "Your room is booked. Please pay the fee at the hall before you use it."),
        Told(Permitted, "部屋の利用を許可した", "{部屋}の利用を許可しました", "部屋の利用を許可しました。許可書は館の窓口でお渡しします。", "部屋（へや）を 使（つか）うことが できます。", "You may use the room. The permit is handed out at the hall."),
        Told(Cancelled, "部屋の予約を取り消した", "{部屋}の予約を取り消しました", "部屋の予約を取り消しました。\n理由：{理由}\n取り消してもかかる額：{かかる額}", "部屋（へや）の 予約（よやく）を とりけしました。", "The booking has been cancelled. Reason: {理由}. Still owed: {かかる額}", foot: OnlyLook),
        Told(Refused, "部屋の利用を許可しなかった", "{部屋}の利用を許可できません", "次の理由で、部屋の利用を許可できません。使用料はかかりません。払った分は全額お返しします。\n理由：{理由}\n根拠：{根拠}\n\n{教示}", "部屋（へや）を 使（つか）うことが できません。お金（かね）は いりません。理由（りゆう）：{理由}（{根拠}）\n\n{教示}", "The city does not permit this use. Nothing is owed. Reason: {理由} ({根拠}). How to appeal:\n{教示}", OfRefusals, OnlyLook, "\n\n日時：{日時}\n場所：{館} {部屋}"),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        var hire = await db.Hires.AsNoTracking().OrderByDescending(h => h.BookedAt).FirstOrDefaultAsync(cancellation);
        return hire is null || await rooms.FindAsync(hire.RoomId, cancellation) is not { } room ? null : Values(hire, room, (await halls.GetAsync(cancellation)).NameOf(hire.HallId));
    }

    public static IReadOnlyDictionary<string, MessageValue> Values(RoomHire hire, Room room, string hall) => new Dictionary<string, MessageValue>
    {
        ["日時"] = new(Wording.When(new(hire.RoomId, hire.Date, hire.From, hire.To)), hire.Date.InEnglish(hire.From, hire.To)),
        ["館"] = hall,
        ["部屋"] = room.Name,
        ["使用料"] = new(Wording.Money(hire.Yen), hire.Yen == 0 ? "free" : EnglishYen(hire.Yen)),
        ["受付番号"] = hire.Number,
        ["氏名"] = hire.Hirer.Name,
        ["理由"] = hire.Refusal?.Told ?? hire.CancelReason,
        ["根拠"] = hire.Refusal?.Article ?? "",
        ["教示"] = hire.Refusal?.Appeal ?? "",
        ["かかる額"] = new(Wording.Yen(hire.Owed), EnglishYen(hire.Owed)),
    };

    private static string EnglishYen(int yen) => yen.ToString("#,0", CultureInfo.InvariantCulture) + " yen";

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english, string[]? placeholders = null, string foot = Foot, string where = Where) =>
        new(key, label, placeholders ?? Placeholders, new(title, body + where + foot), new(title, easy + where + "\n\n受付番号（うけつけばんごう）：{受付番号}"), new("{館} {部屋}", english + English));
}
