using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.Facilities.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>講座の詳細: decide; one sentence says who, when, what it costs, and whether it is 先着 or 抽選.</summary>
[AllowAnonymous]
[PublicPage("courses", "halls")]
internal sealed class CourseModel(CoursesDb db, IHallDirectory halls, IRooms rooms, ProgramTypeList types, TimeProvider clock) : PageModel
{
    public Course Course { get; private set; } = null!;

    public HallRef? Hall { get; private set; }

    public string TypeLabel => types.LabelOf(Course.ProgramType);

    public IReadOnlyList<(Session Session, string? Room)> Sessions { get; private set; } = [];

    public IReadOnlyList<(Guid Id, int Round, bool Held)> Draws { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public Status Status => Wording.ForResidents(Course.State, Course.Recruitment.Intake, Course.Recruitment.OpensAt <= Now, Course.Recruitment.ClosesAt, Course.Recruitment.Capacity, Course.Enrolled + Course.Offered, Course.LastDate, Now);

    public string? WhyNot => Course.WhyNotApply(Now);

    /// <summary>Seats that stay closed to the web for now, as a sentence; null when there are none.</summary>
    public string? Kept
    {
        get
        {
            var r = Course.Recruitment;
            string[] seats = [r.KeptForDesk > 0 ? $"窓口と電話のために{r.KeptForDesk}席" : "", r.KeptForPostcard > 0 ? $"はがきのために{r.KeptForPostcard}席" : ""];
            var words = string.Join("、", seats.Where(s => s.Length > 0));
            return words.Length == 0 || r.KeptUntil is not { } until || until < DateOnly.FromDateTime(Now.InJapan()) ? null : $"{until.MonthDay()}までは、{words}を取り置いています。";
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == id && c.State != CourseState.Draft, cancellation);
        if (course is null)
        {
            return NotFound();
        }

        (Course, Hall) = (course, (await halls.GetAsync(cancellation)).Find(course.HallId));
        var names = (await rooms.OfHallAsync(course.HallId, cancellation)).ToDictionary(r => r.Id, r => r.Name);
        Sessions = [.. course.Sessions.OrderBy(s => s.Date).ThenBy(s => s.From).Select(s => (s, s.RoomId is { } room ? names.GetValueOrDefault(room) : null))];
        if (course.Recruitment.Intake == Intake.Draw)
        {
            Draws = [.. (await db.Draws.Where(d => d.CourseId == id).OrderBy(d => d.Round).Select(d => new { d.Id, d.Round, Held = d.Seed != null }).ToListAsync(cancellation)).Select(d => (d.Id, d.Round, d.Held))];
        }

        return Page();
    }
}
