using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>講座をさがす: narrow to a course.</summary>
[AllowAnonymous]
[PublicPage("courses", "halls")]
internal sealed class IndexModel(CoursesDb db, CourseLists lists, IHallDirectory halls, ProgramTypeList types, TimeProvider clock) : PageModel
{
    public const int PageSize = 60;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    [BindProperty(SupportsGet = true)] public string? Hall { get; set; }

    [BindProperty(SupportsGet = true)] public string? Ward { get; set; }

    [BindProperty(SupportsGet = true)] public string? Type { get; set; }

    /// <summary>on: only courses one can apply for now.</summary>
    [BindProperty(SupportsGet = true)] public string? Open { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int Number { get; set; } = 1;

    public IReadOnlyList<CourseRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public ProgramTypeList Types => types;

    public DateTime Now { get; } = clock.UtcNow();

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Hall) || !string.IsNullOrEmpty(Ward) || !string.IsNullOrEmpty(Type) || Open == "on";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Halls = await halls.GetAsync(cancellation);
        Number = Math.Clamp(Number, 1, 10_000);
        var today = DateOnly.FromDateTime(Now.InJapan());
        if (!IsFiltered)
        {
            Rows = await lists.UpcomingAsync(db, Now, (Number - 1) * PageSize, PageSize);
            Count = Rows.Count < PageSize && Number == 1 ? Rows.Count : await lists.CountUpcomingAsync(db, today);
            return;
        }

        var found = Filter(db.Courses.AsNoTracking().Where(c => c.State != CourseState.Draft && c.LastDate >= today));
        Rows = await found.OrderBy(c => c.FirstDate).ThenBy(c => c.Id).Skip((Number - 1) * PageSize).Take(PageSize).Select(CourseRow.At(Now)).ToListAsync(cancellation);
        Count = Rows.Count < PageSize && Number == 1 ? Rows.Count : await found.CountAsync(cancellation);
    }

    private IQueryable<Course> Filter(IQueryable<Course> courses)
    {
        var key = JapaneseText.SearchKey(Q);
        courses = key.Length > 0 ? courses.Where(c => c.TitleKey.Contains(key)) : courses;
        courses = string.IsNullOrEmpty(Type) ? courses : courses.Where(c => c.ProgramType == Type);
        if (!string.IsNullOrEmpty(Hall))
        {
            var hall = Halls.FindByNo(Hall)?.Id;
            courses = courses.Where(c => c.HallId == hall);
        }

        if (!string.IsNullOrEmpty(Ward))
        {
            var inWard = Halls.All.Where(h => h.Ward == Ward).Select(h => h.Id).ToList();
            courses = courses.Where(c => inWard.Contains(c.HallId));
        }

        return Open == "on"
            ? courses.Where(c => c.State != CourseState.Cancelled && c.Recruitment.Intake != Intake.None && c.Recruitment.OpensAt <= Now && c.Recruitment.ClosesAt >= Now)
            : courses;
    }
}
