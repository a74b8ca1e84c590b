using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// What the way from the form to the receipt asks, compiled once for the application's engine: on the morning a window
/// opens, finding out the same query for every applicant would cost more than running it.
/// </summary>
internal sealed class ApplyQueries
{
    private readonly Func<CoursesDb, Guid, Guid, Task<ApplicationDraft?>> draft = EF.CompileAsyncQuery((CoursesDb db, Guid key, Guid course) =>
        db.Drafts.SingleOrDefault(d => d.Id == key && d.CourseId == course));

    private readonly Func<CoursesDb, Guid, Task<Course?>> published = EF.CompileAsyncQuery((CoursesDb db, Guid id) =>
        db.Courses.AsNoTracking().SingleOrDefault(c => c.Id == id && c.State != CourseState.Draft));

    private readonly Func<CoursesDb, Guid, Task<string?>> title = EF.CompileAsyncQuery((CoursesDb db, Guid id) =>
        db.Courses.Where(c => c.Id == id).Select(c => c.Title).SingleOrDefault());

    private readonly Func<CoursesDb, Guid, Task<Course?>> tracked = EF.CompileAsyncQuery((CoursesDb db, Guid id) =>
        db.Courses.SingleOrDefault(c => c.Id == id));

    private readonly Func<CoursesDb, Guid, Task<Application?>> byKey = EF.CompileAsyncQuery((CoursesDb db, Guid key) =>
        db.Applications.SingleOrDefault(a => a.Key == key));

    private readonly Func<CoursesDb, string, Task<bool>> numberTaken = EF.CompileAsyncQuery((CoursesDb db, string number) =>
        db.Applications.IgnoreQueryFilters().Any(a => a.ReceiptNumber == number));

    private readonly Func<CoursesDb, Guid, Task<Application>> receipt = EF.CompileAsyncQuery((CoursesDb db, Guid id) =>
        db.Applications.AsNoTracking().Single(a => a.Id == id));

    private readonly Func<CoursesDb, Guid, string, IAsyncEnumerable<SameKana>> sameKana = EF.CompileAsyncQuery((CoursesDb db, Guid course, string kana) =>
        from e in db.Enrolments
        join a in db.Applications on e.ApplicationId equals a.Id
        where e.CourseId == course && e.KanaKey == kana && e.State != EnrolmentState.Withdrawn && e.State != EnrolmentState.Lapsed
        select new SameKana(a.Id, a.ReceiptNumber, a.Channel, a.PhoneKey, e.Person.Birth));

    private readonly Func<CoursesDb, Guid, IAsyncEnumerable<ChannelSeats>> seats = EF.CompileAsyncQuery((CoursesDb db, Guid course) =>
        db.Enrolments.Where(e => e.CourseId == course && (e.State == EnrolmentState.Enrolled || e.State == EnrolmentState.Offered))
            .Join(db.Applications.Where(a => a.Channel != Channel.Web), e => e.ApplicationId, a => a.Id, (_, a) => a.Channel)
            .GroupBy(channel => channel).Select(g => new ChannelSeats(g.Key, g.Count())));

    /// <summary>What waits under the key, tracked.</summary>
    public Task<ApplicationDraft?> DraftAsync(CoursesDb db, Guid key, Guid course) => draft(db, key, course);

    /// <summary>A course residents may see, without its sessions.</summary>
    public Task<Course?> PublishedAsync(CoursesDb db, Guid id) => published(db, id);

    public Task<string?> TitleAsync(CoursesDb db, Guid id) => title(db, id);

    /// <summary>The course to give seats of, tracked, without its sessions.</summary>
    public Task<Course?> TrackedAsync(CoursesDb db, Guid id) => tracked(db, id);

    public Task<Application?> ByKeyAsync(CoursesDb db, Guid key) => byKey(db, key);

    public Task<bool> IsNumberTakenAsync(CoursesDb db, string number) => numberTaken(db, number);

    public Task<Application> ReceiptAsync(CoursesDb db, Guid id) => receipt(db, id);

    /// <summary>Applications to the course by people whose folded kana is the same.</summary>
    public IAsyncEnumerable<SameKana> SameKanaAsync(CoursesDb db, Guid course, string kana) => sameKana(db, course, kana);

    /// <summary>People who hold a place and did not come by the web.</summary>
    public IAsyncEnumerable<ChannelSeats> SeatsAsync(CoursesDb db, Guid course) => seats(db, course);
}

internal sealed record SameKana(Guid Id, string ReceiptNumber, Channel Channel, string PhoneKey, DateOnly? Birth);

internal sealed record ChannelSeats(Channel Channel, int Seats);
