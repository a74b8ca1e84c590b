using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What courses tell people, in the words they start with.</summary>
internal sealed class CourseMessages(CoursesDb db, IHallDirectory halls) : IMessageKinds
{
    public const string InDraw = "courses.in-draw";
    public const string Enrolled = "courses.enrolled";
    public const string Waiting = "courses.waiting";
    public const string Offered = "courses.offered";
    public const string Lapsed = "courses.lapsed";
    public const string QueueClosed = "courses.queue-closed";
    public const string Withdrawn = "courses.withdrawn";
    public const string Cancelled = "courses.cancelled";
    public const string SessionCancelled = "courses.session-cancelled";
    public const string SessionBack = "courses.session-back";
    public const string SessionMoved = "courses.session-moved";
    public const string SessionSoon = "courses.session-soon";
    public const string NoAttendance = "courses.no-attendance";
    public const string TooFew = "courses.too-few";
    public const string DrawDue = "courses.draw-due";
    public const string PlanDue = "courses.plan-due";
    public const string ReportDue = "courses.report-due";
    public const string OnClosedDay = "courses.on-closed-day";

    private const string Where = "\n\n講座：{講座名}\n日時：{日時}\n場所：{館}";
    private const string Foot = "\n\n受付番号：{受付番号}\n受付番号と電話番号で、申し込みの内容を見て、取り消すことができます。";
    private const string EnglishFoot = "\n\nCourse: {講座名}\nWhen: {日時}\nWhere: {館}\nReceipt number: {受付番号}";

    private static readonly string[] OfApplication = ["講座名", "日時", "館", "受付番号", "氏名", "結果", "期限", "持ち物", "理由", "回"];
    private static readonly string[] OfCourse = ["講座名", "館", "日時", "人数", "期限", "理由"];

    public IReadOnlyList<MessageKind> Kinds { get; } =
    [
        Told(InDraw, "抽選の申し込みを受け付けた", "{講座名} 抽選の申し込みを受け付けました", "抽選の申し込みを受け付けました。結果が決まったら、お知らせします。", "抽選（くじ）の 申し込みを うけました。結果（けっか）は あとで 知らせます。", "We have received your application. Places are drawn by lot; we will tell you the result."),
        Told(Enrolled, "参加が決まった", "{講座名} 参加が決まりました", "参加が決まりました。\n{結果}\n\n{持ち物}来られなくなったときは、早めに取り消してください。待っている方に席が回ります。", "参加（さんか）が きまりました。こられない ときは、はやく とりけして ください。", "Your place is confirmed. If you cannot come, please cancel early so that somebody else can have it."),
        Told(Waiting, "キャンセル待ちになった", "{講座名} キャンセル待ちです", "いまは席がないため、キャンセル待ちです。\n{結果}\n\n席が空いたら、順番にお知らせします。", "いまは 席（せき）が ありません。席が あいたら、知らせます。", "The course is full and you are on the waiting list. We will tell you when a place is free."),
        Told(Offered, "空いた席を案内する", "{講座名} 席が空きました（{期限}まで）", "席が空きました。参加するかどうか、{期限}までに返事をしてください。過ぎると次の方に回ります。", "席が あきました。{期限}までに 返事（へんじ）を してください。", "A place is free for you. Please answer by {期限}; after that it goes to the next person."),
        Told(Lapsed, "案内の期限が過ぎた", "{講座名} 返事の期限が過ぎました", "返事の期限が過ぎたため、席は次の方に回りました。", "返事の 期限（きげん）が すぎました。席は 次の 人に まわりました。", "The time to answer is over and the place has gone to the next person."),
        Told(QueueClosed, "キャンセル待ちが終わった", "{講座名} キャンセル待ちは終わりました", "席が回らないまま、キャンセル待ちは終わりました。\n{結果}\n\n申し込んでいただき、ありがとうございました。", "席（せき）が ありませんでした。キャンセル待（ま）ちは おわりました。", "The waiting list is closed, and there was no place for you. Thank you for applying."),
        Told(Withdrawn, "申し込みを取り消した", "{講座名} 申し込みを取り消しました", "申し込みの取り消しを受け付けました。", "申し込みを とりけしました。", "Your application has been cancelled."),
        Told(Cancelled, "講座を中止した", "{講座名} 中止になりました", "申し込みをいただいた講座は、中止になりました。\n理由：{理由}", "この 講座（こうざ）は 中止（ちゅうし）に なりました。", "The course has been called off. Reason: {理由}"),
        Told(SessionCancelled, "回を中止した", "{講座名} {回}は中止です", "{回}は中止になりました。\n理由：{理由}", "{回}は ありません。中止（ちゅうし）です。", "The session {回} has been called off. Reason: {理由}"),
        Told(SessionBack, "回の中止を取り消した", "{講座名} {回}は開きます", "中止とお知らせした{回}は、予定どおり開きます。", "{回}は あります。きてください。", "The session {回} will take place after all."),
        Told(SessionMoved, "回の日時を変えた", "{講座名} 日時が変わりました", "回の日時が変わりました。\n\nいままで：{前の回}\nこれから：{回}\n\n来られなくなったときは、早めに取り消してください。", "日（ひ）や 時間（じかん）が かわりました。\n\nまえ：{前の回}\nいま：{回}", "A session has been moved.\n\nBefore: {前の回}\nNow: {回}", "前の回"),
        Told(SessionSoon, "もうすぐ開く回", "{講座名} {回}", "{回}があります。\n\n{持ち物}来られなくなったときは、早めに知らせてください。", "{回}が あります。", "A reminder: your session is {回}."),
        Staff(NoAttendance, "出席の入っていない回", "出席が入っていません：{講座名}", "{日時}の回の出席が、まだ入っていません。"),
        Staff(TooFew, "最少人数に足りない講座", "人数が足りません：{講座名}", "参加が決まっているのは{人数}です。開くかどうかを{期限}までに決めてください。"),
        Staff(DrawDue, "抽選を待つ講座", "抽選をしてください：{講座名}", "申し込みの締切が過ぎ、{人数}が抽選を待っています。"),
        Staff(PlanDue, "募集が近いのに下書きの講座", "まだ下書きです：{講座名}", "募集は{期限}に始まる予定です。内容を確かめて、公開してください。"),
        Staff(ReportDue, "報告のない終わった講座", "報告がまだです：{講座名}", "{期限}に終わりました。行ったことを書いて、報告してください。"),
        Staff(OnClosedDay, "休館日に当たる回", "休館日に当たります：{講座名}", "{日時}の回は、休館日（{理由}）に当たります。日を変えるか、中止にしてください。"),
    ];

    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default)
    {
        if (await db.Applications.AsNoTracking().OrderByDescending(a => a.AppliedAt).FirstOrDefaultAsync(cancellation) is not { } application)
        {
            return null;
        }

        var course = await db.Courses.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == application.CourseId, cancellation);
        var hall = (await halls.GetAsync(cancellation)).NameOf(course.HallId);
        return new Dictionary<string, MessageValue>(Values(course, application, hall, course.Sessions.OrderBy(s => s.Date).FirstOrDefault(), "講師の都合のため"))
        {
            ["人数"] = $"{course.Enrolled}人",
            ["前の回"] = course.FirstDate is { } first ? Turn(first.AddDays(-7), course.FirstFrom, course.FirstTo) : "",
            ["期限"] = Moment(application.OfferUntil ?? application.AppliedAt.AddDays(3)),
        };
    }

    /// <summary>Values of every placeholder of what applicants are told.</summary>
    public static IReadOnlyDictionary<string, MessageValue> Values(Course course, Application application, string hall, Session? session = null, string reason = "", MessageValue? before = null) => new Dictionary<string, MessageValue>
    {
        ["講座名"] = course.Title,
        ["日時"] = When(course),
        ["館"] = hall,
        ["受付番号"] = application.ReceiptNumber,
        ["氏名"] = string.Join("、", application.People.Select(p => p.Person.Name)),
        ["結果"] = string.Join("\n", application.People.Select(p => $"{p.Person.Name}：{Wording.Of(p.State).Word}")),
        ["期限"] = application.OfferUntil is { } until ? Moment(until) : "",
        ["持ち物"] = course.Bring.Length > 0 ? $"持ち物：{course.Bring}\n\n" : "",
        ["理由"] = reason,
        ["回"] = session is null ? "" : Turn(session.Date, session.From, session.To),
        ["前の回"] = before ?? "",
    };

    /// <summary>A session by its day and time.</summary>
    public static MessageValue Turn(DateOnly date, TimeOnly? from, TimeOnly? to) => new($"{date.Long()}{Wording.Hours(from, to)}の回", date.InEnglish(from, to));

    private static MessageValue When(Course course) => course.FirstDate is not { } first ? new("未定", "not yet decided") : new(
        $"{first.Long()}{Wording.Hours(course.FirstFrom, course.FirstTo)}{(course.SessionCount > 1 ? $"（全{course.SessionCount}回）" : "")}",
        $"{first.InEnglish(course.FirstFrom, course.FirstTo)}{(course.SessionCount > 1 ? $" (the first of {course.SessionCount} sessions)" : "")}");

    private static MessageValue Moment(DateTime utc) => new(Wording.Moment(utc), utc.InEnglish());

    private static MessageKind Told(string key, string label, string title, string body, string easy, string english, params string[] more) =>
        new(key, label, [.. OfApplication, .. more], new(title, body + Where + Foot), new(title, easy + Where + "\n\n受付番号（うけつけばんごう）：{受付番号}"), new("{講座名}", english + EnglishFoot));

    private static MessageKind Staff(string key, string label, string title, string body) => new(key, label, OfCourse, new(title, body + "\n\n講座：{講座名}\n館：{館}"));
}
