using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>What the list of courses is narrowed to, as it stands in the address.</summary>
/// <param name="Q">Part of the number or the title.</param>
/// <param name="Year">Fiscal year, 0 for all; this one when left out and nothing else is asked.</param>
/// <param name="Hall">館番号</param>
/// <param name="Todo">What waits: draw, decide, attendance, call, report.</param>
internal sealed record CourseFilter(string? Q, int? Year, string? Hall, string? Type, Phase? State, string? Todo, string? Sort, bool Desc)
{
    public static readonly IReadOnlyDictionary<string, string> Todos = new Dictionary<string, string>
    {
        ["draw"] = "抽選を行う",
        ["decide"] = "開講を決める",
        ["attendance"] = "出席の入っていない回がある",
        ["call"] = "電話で知らせる人がいる",
        ["report"] = "報告を書く",
    };

    /// <summary>The year that is shown; null for all.</summary>
    public int? YearShown(DateOnly today) => Year switch
    {
        null => Todo is null && string.IsNullOrWhiteSpace(Q) ? FiscalYear.Of(today).Year : null,
        0 => null,
        _ => Year,
    };

    public IQueryable<Course> Narrow(CoursesDb db, HallDirectory halls, DateTime now)
    {
        var today = DateOnly.FromDateTime(now.InJapan());
        var courses = db.Courses.AsQueryable();
        if (YearShown(today) is { } year)
        {
            courses = courses.Where(c => c.FiscalYear == year);
        }

        if (!string.IsNullOrEmpty(Hall))
        {
            var hall = halls.FindByNo(Hall)?.Id;
            courses = courses.Where(c => c.HallId == hall);
        }

        if (!string.IsNullOrEmpty(Type))
        {
            courses = courses.Where(c => c.ProgramType == Type);
        }

        if (JapaneseText.SearchKey(Q) is { Length: > 0 } key)
        {
            var number = Q!.Trim();
            courses = courses.Where(c => c.TitleKey.Contains(key) || c.Number.Contains(number));
        }

        courses = State is { } phase ? InPhase(courses, phase, now, today) : courses;
        return Order(WithTodo(courses, db, now, today));
    }

    /// <summary>The same as <see cref="Course.PhaseAt"/>, asked of the database.</summary>
    internal static IQueryable<Course> InPhase(IQueryable<Course> courses, Phase phase, DateTime now, DateOnly today)
    {
        var live = courses.Where(c => c.State == CourseState.Published || c.State == CourseState.Drawn || c.State == CourseState.Confirmed);
        var ahead = live.Where(c => (c.FirstDate == null || c.FirstDate > today) && (c.LastDate == null || c.LastDate >= today));
        return phase switch
        {
            Phase.Draft => courses.Where(c => c.State == CourseState.Draft),
            Phase.Reported => courses.Where(c => c.State == CourseState.Reported),
            Phase.Cancelled => courses.Where(c => c.State == CourseState.Cancelled),
            Phase.Done => live.Where(c => c.LastDate < today),
            Phase.Running => live.Where(c => c.FirstDate <= today && c.LastDate >= today),
            Phase.Drawn => ahead.Where(c => c.State == CourseState.Drawn),
            Phase.Recruiting => ahead.Where(c => c.State != CourseState.Drawn && c.Recruitment.Intake != Intake.None && c.Recruitment.OpensAt <= now && c.Recruitment.ClosesAt >= now),
            Phase.Confirmed => ahead.Where(c => c.State == CourseState.Confirmed
                && (c.Recruitment.Intake == Intake.None || c.Recruitment.OpensAt == null || c.Recruitment.ClosesAt == null || c.Recruitment.OpensAt > now || c.Recruitment.ClosesAt < now)),
            Phase.Published => ahead.Where(c => c.State == CourseState.Published && (c.Recruitment.Intake == Intake.None || c.Recruitment.OpensAt == null || c.Recruitment.OpensAt > now)),
            _ => ahead.Where(c => c.State == CourseState.Published && c.Recruitment.Intake != Intake.None && c.Recruitment.OpensAt <= now && (c.Recruitment.ClosesAt == null || c.Recruitment.ClosesAt < now)),
        };
    }

    /// <summary>The same conditions as the counts of the 今日 page (<see cref="CoursesToday"/>).</summary>
    private IQueryable<Course> WithTodo(IQueryable<Course> courses, CoursesDb db, DateTime now, DateOnly today)
    {
        var live = courses.Where(c => c.State == CourseState.Published || c.State == CourseState.Drawn || c.State == CourseState.Confirmed);
        var soon = today.AddDays(3);
        return Todo switch
        {
            "draw" => live.Where(c => c.State == CourseState.Published && c.Recruitment.Intake == Intake.Draw && c.Recruitment.ClosesAt < now && c.InDraw > 0),
            "decide" => live.Where(c => c.State != CourseState.Confirmed && c.Recruitment.DecideOn != null && c.Recruitment.DecideOn <= soon),
            "attendance" => live.Where(c => db.Sessions.Any(s => s.CourseId == c.Id && s.State == SessionState.Planned && s.Date < today)),
            "call" => courses.Where(c => db.Applications.Any(a => a.CourseId == c.Id && a.OfferUntil != null && a.OfferUntil >= now && a.Contact.By == ContactBy.Phone)),
            "report" => live.Where(c => c.LastDate < today && !db.Sessions.Any(s => s.CourseId == c.Id && s.State == SessionState.Planned)),
            _ => courses,
        };
    }

    private IQueryable<Course> Order(IQueryable<Course> courses) => (Sort, Desc) switch
    {
        ("number", false) => courses.OrderBy(c => c.Number),
        ("number", true) => courses.OrderByDescending(c => c.Number),
        ("title", false) => courses.OrderBy(c => c.TitleKey).ThenBy(c => c.Id),
        ("title", true) => courses.OrderByDescending(c => c.TitleKey).ThenBy(c => c.Id),
        ("enrolled", false) => courses.OrderBy(c => c.Enrolled).ThenBy(c => c.Id),
        ("enrolled", true) => courses.OrderByDescending(c => c.Enrolled).ThenBy(c => c.Id),
        ("date", false) => courses.OrderBy(c => c.FirstDate == null).ThenBy(c => c.FirstDate).ThenBy(c => c.Id),
        _ => courses.OrderByDescending(c => c.FirstDate == null).ThenByDescending(c => c.FirstDate).ThenBy(c => c.Id),
    };
}
