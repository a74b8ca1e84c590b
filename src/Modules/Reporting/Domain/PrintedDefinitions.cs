using static Kominkan.Reporting.Domain.FigureMeaning;

namespace Kominkan.Reporting.Domain;

/// <summary>
/// The meaning the printed report of Heisei 26 gives its figures, in its order and under its headings: what a city starts
/// with. The total of hosted programs includes every sub-program; categories may overlap, and a course counts once.
/// What no module counts yet is a dash.
/// </summary>
internal static class PrintedDefinitions
{
    private const string Usage = "Ⅰ-1(1) 公民館利用者（延べ人数）";
    private const string Profile = "Ⅰ-1(2) 公民館利用者概要（一般貸館を除く、主催講座及び自主講座）";
    private const string Hosted = "Ⅰ-2(1)ア 主催事業の概要";
    private const string Lecture = "Ⅰ-2(1)イ 教養講演会";
    private const string Outreach = "Ⅰ-2(1)ウ お出かけ公民館講座";
    private const string CitizenPlanned = "Ⅰ-2(1)エ 市民企画講座";
    private const string FamilyClass = "Ⅰ-2(1)オ 家庭教育学級";
    private const string Challenge = "Ⅰ-2(1)カ 子どもチャレンジ公民館";
    private const string Salon = "Ⅰ-2(1)キ 子育てサロン";
    private const string Holiday = "Ⅰ-2(1)ク 子ども充実ホリデー事業";
    private const string Volunteer = "Ⅰ-2(1)ケ ボランティア関連講座";
    private const string It = "Ⅰ-2(1)コ ＩＴ講座実施状況";
    private const string University = "Ⅰ-2(1)サ 市民大学講座";
    private const string Festival = "Ⅰ-2(1)シ ふれあいフェスティバル";
    private const string SelfRun = "Ⅰ-2(2)ア 自主講座の概要";
    private const string Library = "Ⅰ-2(3) 公民館図書室利用者数";
    private const string ActionPlan = "Ⅰ-3(1) アクションプランの充実";
    private const string HallList = "公民館一覧";

    private const string CourseHeld = "course.held";
    private const string CourseSessions = "course.sessions";
    private const string Attendance = "course.attendance";
    private const string HirePermits = "hire.permits";
    private const string HireUsers = "hire.users";

    private static int order;

    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        Line(Usage, "usage.program.events", "公民館事業（主催事業と自主講座）講座件数", "件", Composite("hosted.sessions", "selfRun.sessions"), "開催した回の数。主催事業と自主講座がそろうまでは集計しません。"),
        Line(Usage, "usage.program.users", "公民館事業 利用者数", "人", Composite("hosted.participants", "selfRun.attendance"), "延べ人数。主催事業と自主講座がそろうまでは集計しません。"),
        Line(Usage, "usage.hire.events", "一般貸館 件数", "件", Sum(HirePermits), "使用許可の件数。取り消したものは数えません。"),
        Line(Usage, "usage.hire.users", "一般貸館 利用者数", "人", Sum(HireUsers), "延べ人数。"),
        Line(Usage, "usage.total.events", "合計 件数", "件", Composite("usage.program.events", "usage.hire.events"), "公民館事業は回、一般貸館は使用許可の件数です。"),
        Line(Usage, "usage.total.users", "合計 利用者数", "人", Composite("usage.program.users", "usage.hire.users"), "延べ人数。"),
        Line(Profile, "profile.gender.female", "女性の割合", "%", Share(genders: ["女"]), "性別の分かる延べ人数に対する割合。"),
        Line(Profile, "profile.gender.male", "男性の割合", "%", Share(genders: ["男"]), "性別の分かる延べ人数に対する割合。"),
        Line(Profile, "profile.age.juniorHighAndUnder", "中学生以下の割合", "%", Share(ages: ["未就学", "小1-2", "小3-4", "小5-6", "中学生"]), "年齢の分かる延べ人数に対する割合。"),
        Line(Profile, "profile.age.sixtyPlus", "60代以上の割合", "%", Share(ages: ["60代", "70代", "80以上"]), "年齢の分かる延べ人数に対する割合。"),
        Line(Hosted, "hosted.courses", "主催事業講座数", "件", Sum(CourseHeld), "年度内に1回以上開催した講座。すべての種別を含み、区分が重なっても1件と数えます。"),
        Line(Hosted, "hosted.participants", "主催事業 参加者数", "人", Sum(Attendance), "延べ人数。すべての種別を含みます。"),
        Line(Lecture, "lecture.courses", "教養講演会 講座数", "件", Sum(CourseHeld, "public-lecture"), "年度内に1回以上開催した講座。"),
        Line(Lecture, "lecture.participants", "教養講演会 参加者数", "人", Sum(Attendance, "public-lecture"), "延べ人数。"),
        Line(Outreach, "outreach.sessions", "お出かけ公民館講座 開催回数", "件", NotYet, "開催した回の数。"),
        Line(Outreach, "outreach.participants", "お出かけ公民館講座 参加者数", "人", NotYet, "延べ人数。"),
        Line(CitizenPlanned, "citizenPlanned.courses", "市民企画講座 講座数", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.participants", "市民企画講座 参加者数", "人", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.health", "市民企画講座 課題のジャンル別 健康", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.parenting", "市民企画講座 課題のジャンル別 子育て", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.environment", "市民企画講座 課題のジャンル別 環境", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.family", "市民企画講座 課題のジャンル別 家庭", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.natureExperience", "市民企画講座 課題のジャンル別 自然体験", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.internationalUnderstanding", "市民企画講座 課題のジャンル別 国際理解", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.agingSociety", "市民企画講座 課題のジャンル別 高齢社会", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.welfare", "市民企画講座 課題のジャンル別 福祉", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.volunteer", "市民企画講座 課題のジャンル別 ボランティア", "件", NotYet),
        Line(CitizenPlanned, "citizenPlanned.genre.other", "市民企画講座 課題のジャンル別 その他", "件", NotYet),
        Line(FamilyClass, "familyClass.classes", "家庭（教育）学級数", "学級", NotYet),
        Line(FamilyClass, "familyClass.members", "学級生数", "人", NotYet, "学級生の実人数。"),
        Line(FamilyClass, "familyClass.opened", "開設学級 増", "学級", NotYet),
        Line(FamilyClass, "familyClass.closed", "開設学級 減", "学級", NotYet),
        Line(Challenge, "childrensChallenge.courses", "講座数", "講座", NotYet),
        Line(Challenge, "childrensChallenge.participants", "参加者数", "人", NotYet),
        Line(Challenge, "childrensChallenge.planners", "プランナー数", "人", NotYet),
        Line(Challenge, "childrensChallenge.centreHalls", "中心館", "館", NotYet),
        Line(Salon, "parentingSalon.courses", "講座数", "件", NotYet),
        Line(Salon, "parentingSalon.participants", "参加者数", "人", NotYet),
        Line(Salon, "parentingSalon.childcareSessions", "託児", "回", NotYet),
        Line(Salon, "parentingSalon.supervisedPlaySessions", "見守り保育", "回", NotYet),
        Line(Salon, "parentingSalon.halls", "児童館・児童室を有する公民館", "館", NotYet),
        Line(Holiday, "childrensHoliday.courses", "講座数", "件", NotYet),
        Line(Holiday, "childrensHoliday.participants", "参加者数", "人", NotYet),
        Line(Volunteer, "volunteer.courses", "ボランティア関連講座", "講座", NotYet),
        Line(Volunteer, "volunteer.participants", "ボランティア関連講座 参加者", "人", NotYet),
        Line(Volunteer, "volunteer.placements", "公民館がコーディネートしたボランティア活動（延べ）", "人", NotYet),
        Line(It, "it.courses", "ＩＴ講座 講座数", "件", NotYet),
        Line(It, "it.sessions", "ＩＴ講座 開催回数", "回", NotYet),
        Line(It, "it.participants", "ＩＴ講座 受講者数", "人", NotYet, "受講者の実人数。"),
        Line(University, "universityLecture.courses", "市民大学講座 コース数", "コース", NotYet),
        Line(University, "universityLecture.sessionsPerCourse.kusuri", "「くすりに頼らない健康法」（熊本保健科学大学）", "回", NotYet),
        Line(University, "universityLecture.sessionsPerCourse.chikyu", "「地球と人を考えよう」（熊本大学）", "回", NotYet),
        Line(Festival, "festival.daysHeld", "開催日", "日間", NotYet),
        Line(Festival, "festival.daysCancelled", "台風接近による中止", "日", NotYet),
        Line(Festival, "festival.groups", "参加団体", "団体", NotYet),
        Line(Festival, "festival.performers", "実出演者数", "人", NotYet, "出演者の実人数。"),
        Line(SelfRun, "selfRun.classes", "自主講座 講座数", "件", NotYet),
        Line(SelfRun, "selfRun.members", "自主講座 在籍者数", "人", NotYet, "在籍者の実人数。"),
        Line(Library, "library.holdings", "蔵書冊数", "冊", NotYet),
        Line(Library, "library.loans", "貸出冊数", "冊", NotYet),
        Line(Library, "library.borrowers", "貸出者数", "人", NotYet),
        Line(ActionPlan, "survey.satisfaction", "講座満足度（満足・概ね満足）", "%", NotYet),
        Line(HallList, "halls.count", "公民館", "館", Of(FigureKind.Halls), "現在の公民館一覧による。"),
        Line(HallList, "halls.branches", "分館", "館", Of(FigureKind.Branches), "現在の公民館一覧による。"),

        // Parts of the totals above that are not printed by themselves.
        Line("", "hosted.sessions", "主催事業 開催回数", "回", Sum(CourseSessions)),
        Line("", "selfRun.sessions", "自主講座 開催回数", "回", NotYet),
        Line("", "selfRun.attendance", "自主講座 利用者数", "人", NotYet),
    ];

    private static FigureDefinition Line(string section, string key, string label, string unit, FigureMeaning meaning, string? note = null) =>
        FigureDefinition.Default(order += 10, section, key, label, unit, meaning, note);

    private static FigureMeaning Share(string[]? genders = null, string[]? ages = null) =>
        Of(FigureKind.Share) with { Measure = Attendance, Genders = genders ?? [], AgeBands = ages ?? [] };
}
