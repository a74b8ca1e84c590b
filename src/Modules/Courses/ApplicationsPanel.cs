using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.Pages.Courses.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>講座の申し込み on a person's screen: those staff have linked to the record, of the halls in scope.</summary>
internal sealed class ApplicationsPanel(CoursesDb db, TimeProvider clock) : IPersonPanel
{
    private const int Shown = 50;

    public string Title => "講座の申し込み";

    public int Order => 10;

    public string Permission => CoursesModule.Applications;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var rows = await (from e in db.Enrolments.AsNoTracking()
                          join a in db.Applications.IgnoreAutoIncludes() on e.ApplicationId equals a.Id
                          join c in db.Courses on e.CourseId equals c.Id
                          where e.PersonId != null && person.Ids.Contains(e.PersonId.Value)
                          orderby c.FirstDate == null descending, c.FirstDate descending, a.AppliedAt descending
                          select new { a.Id, a.ReceiptNumber, e.State, Course = c }).Take(Shown).ToListAsync(cancellation);
        return new PersonPanel(
            [.. rows.Select(r => new PersonPanelRow(r.Course.Title, $"/staff/applications/{r.Id}", StaffWords.Of(r.State, r.Course, clock.UtcNow()), $"{r.ReceiptNumber}　{(r.Course.FirstDate is { } first ? $"初回 {first.Short()}" : "日程は未定")}"))],
            [new("講座に申し込む", $"/staff/people/{person.Id}/courses", CoursesModule.Applications)],
            "この方につないだ申し込みはありません。");
    }
}
