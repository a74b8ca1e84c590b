namespace Kominkan.Courses;

/// <summary>Numbers about courses that the city decides.</summary>
internal static class CourseRules
{
    public static readonly CityRule RemindFirst = new("courses.remind-first", "講座の回の前に知らせる日（はじめ）", "日前", 3, 2, 14);
    public static readonly CityRule RemindLast = new("courses.remind-last", "講座の回の前に知らせる日（終わり）", "日前", 1, 0, 7);
    public static readonly CityRule AttendanceAfter = new("courses.attendance-after", "出席が入っていない回を知らせる日", "日後", 3, 1, 30);
    public static readonly CityRule DecideBefore = new("courses.decide-before", "最少人数に足りない講座を知らせる日", "日前", 3, 1, 14);
    public static readonly CityRule PlanBefore = new("courses.plan-before", "募集前なのに下書きの講座を知らせる日", "日前", 7, 1, 30);
    public static readonly CityRule ReportAfter = new("courses.report-after", "報告のない終わった講座を知らせる日", "日後", 14, 1, 60);
    public static readonly CityRule DraftHours = new("courses.draft-hours", "送られていない申し込みの下書きを残す時間", "時間", 24, 1, 168);

    public static readonly IReadOnlyList<CityRule> All = [RemindFirst, RemindLast, AttendanceAfter, DecideBefore, PlanBefore, ReportAfter, DraftHours];
}
