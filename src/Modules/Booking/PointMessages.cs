using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What hirers are told of points, in the words it starts with.</summary>
internal sealed class PointMessages(BookingDb db, IRooms rooms, IHallDirectory halls) : IMessageKinds
{
    public const string Opened = "booking.points-opened";
    public const string Given = "booking.points-given";
    public const string Waived = "booking.points-waived";
    public const string Withdrawn = "booking.points-withdrawn";

    private const string Where = "\n\n日時：{日時}\n場所：{館} {部屋}\n理由：{理由}\n点数：{点数}（{根拠}）\n受付番号：{受付番号}";
    private const string English = "\n\nWhen: {日時}\nWhere: {館} {部屋}\nPoints: {点数}\nReceipt number: {受付番号}";

    private static readonly string[] Placeholders = ["日時", "館", "部屋", "使用料", "受付番号", "氏名", "理由", "点数", "根拠", "期限", "決定の理由", "消える日", "停止"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(Opened, "利用の点数について事情を聞く", "利用の点数についてのお知らせ（返事は{期限}まで）", "次の利用に点数をつけるかどうかを決めます。決める前に事情をうかがいます。{期限}までに、受付番号と電話番号で予約を開いて書くか、館の窓口か電話で話してください。災害や急病などのときは、点数をつけません。返事がないときは、期限のあとに決めます。", "点数（てんすう）が つくかも しれません。わけが あるときは、{期限}までに おしえて ください。", "You may be given points because a room was not used or was given back late. Please tell us your reasons by {期限}, on the web with your receipt number and telephone number, or at the hall."),
        Told(Given, "利用の点数をつけた", "利用の点数をつけました", "次の利用に点数をつけました。\n決定の理由：{決定の理由}\n点数は{消える日}まで数えます。{停止}\n納得できないときは、館の窓口に申し出てください。決定を知った日の翌日から3か月のうちは、市長に審査請求ができます。", "点数（てんすう）が つきました。{消える日}まで かぞえます。{停止}わからない ときは 館（かん）に きいて ください。", "You have been given points, which count until {消える日}.{停止} If you do not agree, please ask at the hall."),
        Told(Waived, "利用の点数を見送った", "利用の点数はつけません", "次の利用に点数はつけないことにしました。\n決定の理由：{決定の理由}", "点数（てんすう）は つきません。", "You are not given any points."),
        Told(Withdrawn, "利用の点数の件を取り下げた", "利用の点数の件を取り下げました", "次の利用についての点数の件は、取り下げました。点数は数えません。ご心配をおかけしました。", "点数（てんすう）は ありません。", "The matter of points has been withdrawn. No points count."),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        var about = await db.PointCases.AsNoTracking().OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellation);
        return about is not null && await db.Hires.AsNoTracking().SingleOrDefaultAsync(h => h.Id == about.HireId, cancellation) is { } hire && await rooms.FindAsync(hire.RoomId, cancellation) is { } room
            ? Values(hire, room, about, (await halls.GetAsync(cancellation)).NameOf(hire.HallId)) : null;
    }

    public static IReadOnlyDictionary<string, MessageValue> Values(RoomHire hire, Room room, PointCase about, string hall, DateOnly? stopped = null) => new Dictionary<string, MessageValue>(HireMessages.Values(hire, room, hall))
    {
        ["理由"] = PointWording.Of(about.Kind),
        ["点数"] = PointWording.Points(about.HalfPoints),
        ["根拠"] = about.Article,
        ["期限"] = new(about.AnswerBy.Long(), about.AnswerBy.InEnglish()),
        ["決定の理由"] = about.Reason is null ? "" : about.ReasonInWords(),
        ["停止"] = stopped is { } day ? new MessageValue($"\nこれで点数が決まりに達したため、新しい予約は{day.Long()}から受け付けます。", $" New bookings are taken again from {day.InEnglish()}.") : "",
        ["消える日"] = about.CountsTo is { } to ? new MessageValue(to.Long(), to.InEnglish()) : "",
    };

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english) =>
        new(key, label, Placeholders, new(title, body + Where), new(title, easy + Where), new("{館} {部屋}", english + English));
}
