using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>受講者名簿, to be printed on A4.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class RosterModel(CoursesDb db, IAudit audit, IHallDirectory directory, TimeProvider clock) : CoursePage(db)
{
    public string Hall { get; private set; } = "";

    public DateTime Issued { get; } = clock.UtcNow();

    public IReadOnlyList<RosterLine> Lines { get; private set; } = [];

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Hall = (await directory.GetAsync()).NameOf(Course.HallId);
        var day = Course.FirstDate ?? new FiscalYear(Course.FiscalYear).FirstDay;
        var people = await (from e in Db.Enrolments
                            join a in Db.Applications on e.ApplicationId equals a.Id
                            where e.CourseId == Id && e.State == EnrolmentState.Enrolled
                            orderby e.KanaKey, e.Id
                            select new { e.Id, e.Person, a.Contact.Phone, a.ReceiptNumber }).ToListAsync();
        Lines = [.. people.Select(p => new RosterLine(p.Person.Name, p.Person.Kana, p.Person.Birth is { } birth ? SchoolGrade.AgeOn(birth, day) : null, p.Person.Gender, p.Phone, p.ReceiptNumber))];
        await audit.SawAsync(Act.Print, "受講者名簿", Course.HallId, people.Select(p => p.Id));
        return null;
    }
}

/// <param name="Age">On the day of the first session.</param>
internal sealed record RosterLine(string Name, string Kana, int? Age, string Gender, string Phone, string ReceiptNumber);
