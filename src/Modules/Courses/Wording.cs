using System.Globalization;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Domain;

namespace Kominkan.Courses;

/// <summary>The fixed words of courses, the same on every page.</summary>
internal static class Wording
{
    /// <summary>Who waited to the end.</summary>
    public static readonly Status Unseated = new("席が空きませんでした", Tone.Off);

    private static readonly Status Free = new("申込不要", Tone.Off);
    private static readonly Status Before = new("募集前", Tone.Off);
    private static readonly Status Open = new("募集中", Tone.Ok);
    private static readonly Status Wait = new("キャンセル待ち", Tone.Warn);
    private static readonly Status Closed = new("受付終了", Tone.Off);
    private static readonly Status Over = new("終了", Tone.Off);
    private static readonly Status Off = new("中止", Tone.Bad);

    /// <summary>What a resident is told of a course in a list: may I still come?</summary>
    public static Status ForResidents(CourseState state, Intake intake, bool isOpenYet, DateTime? closesAt, int? capacity, int taken, DateOnly? lastDate, DateTime nowUtc)
    {
        if (state == CourseState.Cancelled)
        {
            return Off;
        }

        if (state == CourseState.Reported || lastDate < DateOnly.FromDateTime(nowUtc.InJapan()))
        {
            return Over;
        }

        if (intake == Intake.None)
        {
            return Free;
        }

        if (!isOpenYet)
        {
            return Before;
        }

        if (nowUtc > closesAt)
        {
            return Closed;
        }

        return intake == Intake.Draw || capacity is null ? Open
            : capacity - taken <= 0 ? Wait
            : capacity - taken <= 5 ? new Status($"残り{capacity - taken}席", Tone.Warn)
            : Open;
    }

    public static Status Of(Phase phase) => phase switch
    {
        Phase.Draft => new("下書き", Tone.Off),
        Phase.Published => new("公開中", Tone.Ok),
        Phase.Recruiting => new("募集中", Tone.Ok),
        Phase.Closed => new("受付終了", Tone.Warn),
        Phase.Drawn => new("抽選済み", Tone.Ok),
        Phase.Confirmed => new("開講決定", Tone.Ok),
        Phase.Running => new("開講中", Tone.Ok),
        Phase.Done => new("終了・報告待ち", Tone.Warn),
        Phase.Reported => new("報告済み", Tone.Off),
        _ => new("中止", Tone.Bad),
    };

    public static Status Of(EnrolmentState state) => state switch
    {
        EnrolmentState.Enrolled => new("参加が決まりました", Tone.Ok),
        EnrolmentState.Offered => new("空きのご案内中", Tone.Warn),
        EnrolmentState.InDraw => new("抽選待ち", Tone.Off),
        EnrolmentState.Waiting => new("キャンセル待ち", Tone.Warn),
        EnrolmentState.Lapsed => new("期限切れ", Tone.Bad),
        _ => new("取消", Tone.Off),
    };

    /// <summary>Where somebody stands, with what became of the course.</summary>
    public static Status Of(EnrolmentState state, Course course, DateTime nowUtc) =>
        course.State == CourseState.Cancelled ? Off : state == EnrolmentState.Waiting && !course.HasQueueAt(nowUtc) ? Unseated : Of(state);

    public static string Of(Intake intake) => intake switch
    {
        Intake.FirstCome => "先着",
        Intake.Draw => "抽選",
        _ => "申込不要",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "ウェブ",
        Channel.Counter => "窓口",
        Channel.Phone => "電話",
        _ => "はがき",
    };

    public static string Of(ContactBy by) => by switch
    {
        ContactBy.Phone => "電話",
        ContactBy.Mail => "メール",
        _ => "はがき",
    };

    public static string Of(CityTie tie) => tie switch
    {
        CityTie.Lives => "市内に住んでいる",
        CityTie.Works => "市内に勤めている",
        CityTie.Studies => "市内に通学している",
        _ => "どれでもない",
    };

    public static string Of(Childcare care) => care switch
    {
        Childcare.HandedOver => "託児あり",
        Childcare.WatchedOver => "見守り保育あり",
        _ => "",
    };

    /// <summary>無料, 500円, 500円（教材費300円を含む）</summary>
    public static string Money(int fee, int materials) => (fee + materials, materials) switch
    {
        (0, _) => "無料",
        (var all, 0) => $"{Yen(all)}",
        (var all, var m) when all == m => $"{Yen(all)}（教材費）",
        (var all, var m) => $"{Yen(all)}（うち教材費{Yen(m)}）",
    };

    public static string Hours(TimeOnly? from, TimeOnly? to) => (from, to) switch
    {
        ({ } f, { } t) => $"{f.Spoken()}から{t.Spoken()}まで",
        ({ } f, null) => $"{f.Spoken()}から",
        _ => "",
    };

    /// <summary>令和8年11月28日（土）午後5時</summary>
    public static string Moment(DateTime utc) => $"{DateOnly.FromDateTime(utc.InJapan()).Long()}{TimeOnly.FromDateTime(utc.InJapan()).Spoken()}";

    private static string Yen(int yen) => yen.ToString("#,0", CultureInfo.InvariantCulture) + "円";
}
