using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Takes an application in, from wherever it comes: the web, the counter, the telephone or a postcard.</summary>
internal sealed class TakeApplication(CoursesDb db, ApplyQueries queries, CourseLock courseLock, ProgramTypeList types, TimeProvider clock)
{
    /// <returns>The application: the one the slip's key already made, or a new one, which the caller saves. Null when the course is not in scope.</returns>
    /// <exception cref="RuleBroken">The window is closed, the group too large, or somebody is not eligible.</exception>
    public async Task<Application?> TakeAsync(Guid courseId, Slip slip, CancellationToken cancellation = default)
    {
        if (await courseLock.TakeForSeatsAsync(courseId, cancellation) is not { } course)
        {
            return null;
        }

        if (await queries.ByKeyAsync(db, slip.Key) is { } sent)
        {
            return sent;
        }

        if (course.Recruitment.FreedSeats == FreedSeats.DrawAgain && await db.Draws.AnyAsync(d => d.CourseId == courseId && d.Seed == null, cancellation))
        {
            throw new RuleBroken("いま空いた席の抽選をしています。終わってから、もう一度お申し込みください。");
        }

        var application = course.Apply(slip, types.Of(course.ProgramType), await courseLock.SeatsTakenAsync(course, cancellation), clock.UtcNow());
        while (await queries.IsNumberTakenAsync(db, application.ReceiptNumber))
        {
            application.Renumber();
        }

        db.Applications.Add(application);
        return application;
    }

    /// <summary>
    /// Applications to the same course that look like the same person's: kana and birth date, or kana and telephone.
    /// Paper and web are compared alike; the applicant or the clerk decides.
    /// </summary>
    public async Task<IReadOnlyList<Duplicate>> DuplicatesAsync(Guid courseId, IEnumerable<Applicant> people, string phone)
    {
        var phoneKey = JapaneseText.PhoneKey(phone);
        var found = new List<Duplicate>();
        foreach (var person in people)
        {
            await foreach (var same in queries.SameKanaAsync(db, courseId, JapaneseText.SearchKey(person.FamilyKana + person.GivenKana)))
            {
                if (same.PhoneKey == phoneKey || same.Birth == person.Birth)
                {
                    found.Add(new Duplicate(same.Id, same.ReceiptNumber, same.Channel));
                }
            }
        }

        return [.. found.DistinctBy(d => d.Id)];
    }
}

/// <summary>An application that may be the same person's.</summary>
internal sealed record Duplicate(Guid Id, string ReceiptNumber, Channel Channel);
