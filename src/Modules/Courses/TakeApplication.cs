using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Takes an application in, from wherever it comes: the web, the counter, the telephone or a postcard.</summary>
internal sealed class TakeApplication(CoursesDb db, CourseLock courseLock, ProgramTypeList types, TimeProvider clock)
{
    /// <returns>The application: the one the slip's key already made, or a new one. Null when the course is not in scope.</returns>
    /// <exception cref="RuleBroken">The window is closed, the group too large, or somebody is not eligible.</exception>
    public async Task<Application?> TakeAsync(Guid courseId, Slip slip, CancellationToken cancellation = default)
    {
        if (await courseLock.TakeAsync(courseId, cancellation) is not { } course)
        {
            return null;
        }

        if (await db.Applications.SingleOrDefaultAsync(a => a.Key == slip.Key, cancellation) is { } sent)
        {
            return sent;
        }

        if (course.Recruitment.FreedSeats == FreedSeats.DrawAgain && await db.Draws.AnyAsync(d => d.CourseId == courseId && d.Seed == null, cancellation))
        {
            throw new RuleBroken("いま空いた席の抽選をしています。終わってから、もう一度お申し込みください。");
        }

        var application = course.Apply(slip, types.Of(course.ProgramType), await courseLock.SeatsTakenAsync(course, cancellation), clock.UtcNow());
        while (await db.Applications.IgnoreQueryFilters().AnyAsync(a => a.ReceiptNumber == application.ReceiptNumber, cancellation))
        {
            application.Renumber();
        }

        db.Applications.Add(application);
        await db.SaveChangesAsync(cancellation);
        return application;
    }

    /// <summary>
    /// Applications to the same course that look like the same person's: kana and birth date, or kana and telephone.
    /// Paper and web are compared alike; the applicant or the clerk decides.
    /// </summary>
    public async Task<IReadOnlyList<Duplicate>> DuplicatesAsync(Guid courseId, IEnumerable<Applicant> people, string phone, CancellationToken cancellation = default)
    {
        var asked = people.Select(p => (Kana: JapaneseText.SearchKey(p.FamilyKana + p.GivenKana), p.Birth)).ToList();
        var kana = asked.Select(a => a.Kana).ToList();
        var phoneKey = JapaneseText.PhoneKey(phone);
        var found = await (from e in db.Enrolments
                           join a in db.Applications on e.ApplicationId equals a.Id
                           where e.CourseId == courseId && kana.Contains(e.KanaKey) && e.State != EnrolmentState.Withdrawn && e.State != EnrolmentState.Lapsed
                           select new { a.Id, a.ReceiptNumber, a.Channel, a.PhoneKey, e.KanaKey, e.Person.Birth }).ToListAsync(cancellation);
        return [.. found.Where(f => f.PhoneKey == phoneKey || asked.Any(a => a.Kana == f.KanaKey && a.Birth == f.Birth))
            .Select(f => new Duplicate(f.Id, f.ReceiptNumber, f.Channel)).DistinctBy(d => d.Id)];
    }
}

/// <summary>An application that may be the same person's.</summary>
internal sealed record Duplicate(Guid Id, string ReceiptNumber, Channel Channel);
