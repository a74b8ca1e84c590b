namespace Kominkan.SampleCity;

/// <summary>A course, as the import dataset <c>courses</c> takes it.</summary>
/// <param name="Number">講座番号, unique over all years.</param>
/// <param name="HallNo">館番号; a branch has its hall's number, a hyphen and its own.</param>
/// <param name="Program">Key of the program type.</param>
/// <param name="Intake">先着, 抽選 or 申込不要.</param>
/// <param name="Applicants">People who applied; 0 where nobody has to.</param>
/// <param name="Tags">Names of the sub-programs and themes; they overlap.</param>
public sealed record CourseRow(string Number, string HallNo, string Program, string Title, int FiscalYear, int Capacity, string Intake, int Applicants, IReadOnlyList<string> Tags);

/// <summary>So many people of one age band and sex in one session, as the import dataset <c>attendance</c> takes it.</summary>
/// <param name="Session">Number of the session within its course, from 1.</param>
/// <param name="IsHeld">False for a session that was called off: one row with nobody.</param>
/// <param name="People">延べ人数.</param>
public sealed record AttendanceRow(string CourseNumber, int Session, DateOnly Date, bool IsHeld, string AgeBand, string Gender, int People);

/// <summary>The names of types, bands and columns that the import format fixes.</summary>
internal static class Format
{
    public const string HostedCourse = "hosted-course";
    public const string PublicLecture = "public-lecture";

    public const string FirstCome = "先着";
    public const string Draw = "抽選";
    public const string WalkIn = "申込不要";

    public const string Unknown = "不明";
    public const string Male = "男";
    public const string Female = "女";

    public static readonly string[] Bands = ["未就学", "小1-2", "小3-4", "小5-6", "中学生", "高校生", "10代その他", "20代", "30代", "40代", "50代", "60代", "70代", "80以上"];

    /// <summary>中学生以下 are the bands before this one.</summary>
    public const int AfterJuniorHigh = 5;

    /// <summary>60代以上 are the bands from this one.</summary>
    public const int Sixties = 11;
}
