using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>The applications of a resident: those sent while signed in, and those of people on record in their family.</summary>
internal sealed class MyApplications(CoursesDb db, IFamilyRecords families, IPeople people, IHallDirectory halls, TimeProvider clock) : IMyThings
{
    public async Task<IReadOnlyList<MyThing>> OfAsync(Guid accountId, CancellationToken cancellation)
    {
        var today = clock.Today();
        var family = await FamilyAsync(accountId, cancellation);
        var rows = await (from a in Of(accountId, family)
                          join c in db.Courses on a.CourseId equals c.Id
                          where c.LastDate == null || c.LastDate >= today
                          select new
                          {
                              a.Id,
                              State = db.Enrolments.Where(e => e.ApplicationId == a.Id).Min(e => e.State),
                              Course = c,
                              Next = db.Sessions.Where(s => s.CourseId == c.Id && s.Date >= today && s.State == SessionState.Planned).OrderBy(s => s.Date).ThenBy(s => s.From).Select(s => new { s.Date, s.From }).FirstOrDefault(),
                          }).ToListAsync(cancellation);
        var directory = await halls.GetAsync(cancellation);
        return [.. rows.Where(r => r.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed)).Select(r => new MyThing(
            r.Next?.Date, r.Next?.From, r.Course.Title, $"/my/applications/{r.Id}", directory.NameOf(r.Course.HallId), Wording.Of(r.State, r.Course, clock.UtcNow())))];
    }

    /// <summary>Whether the application is the account's own or of its family.</summary>
    public async Task<bool> IsOfAsync(Guid accountId, Guid application, CancellationToken cancellation) =>
        await Of(accountId, await FamilyAsync(accountId, cancellation)).AnyAsync(a => a.Id == application, cancellation);

    private IQueryable<Application> Of(Guid accountId, IReadOnlyList<Guid> family) =>
        db.Applications.AsNoTracking().IgnoreAutoIncludes().Where(a => a.AccountId == accountId || db.Enrolments.Any(e => e.ApplicationId == a.Id && e.PersonId != null && family.Contains(e.PersonId.Value)));

    /// <summary>Ids of the people in the family, also of records that were merged into theirs.</summary>
    private async Task<IReadOnlyList<Guid>> FamilyAsync(Guid accountId, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var member in await families.OfAsync(accountId, cancellation))
        {
            ids.AddRange((await people.FindAsync(member.PersonId, cancellation))?.Key.Ids ?? [member.PersonId]);
        }

        return ids;
    }
}
