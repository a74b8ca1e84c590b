using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What must hold of courses, whatever was pressed at the same moment.</summary>
internal sealed class CoursesInvariants(CoursesDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return await CountAsync("定員を超えた講座がない", c => c.Recruitment.Capacity != null
            && db.Enrolments.Count(e => e.CourseId == c.Id && (e.State == EnrolmentState.Enrolled || e.State == EnrolmentState.Offered)) > c.Recruitment.Capacity, cancellation);
        yield return await CountAsync("講座の人数が名簿と一致する", c =>
            c.Enrolled != db.Enrolments.Count(e => e.CourseId == c.Id && e.State == EnrolmentState.Enrolled)
            || c.Offered != db.Enrolments.Count(e => e.CourseId == c.Id && e.State == EnrolmentState.Offered)
            || c.Waiting != db.Enrolments.Count(e => e.CourseId == c.Id && e.State == EnrolmentState.Waiting)
            || c.InDraw != db.Enrolments.Count(e => e.CourseId == c.Id && e.State == EnrolmentState.InDraw), cancellation);
        yield return await CountAsync("講座の回数が日程と一致する", c =>
            c.SessionCount != db.Sessions.Count(s => s.CourseId == c.Id && s.State != SessionState.Cancelled), cancellation);
        yield return new("申し込みは必ず1人以上を含む", await db.Applications.LongCountAsync(a => !a.People.Any(), cancellation));
        yield return new("申し込みと名簿の講座が一致する", await db.Enrolments.LongCountAsync(e => !db.Applications.Any(a => a.Id == e.ApplicationId && a.CourseId == e.CourseId), cancellation));
        yield return new("出席は開催した回にだけある", await db.Attendance.LongCountAsync(a => a.Count > 0 && !db.Sessions.Any(s => s.Id == a.SessionId && s.State == SessionState.Held && s.CourseId == a.CourseId), cancellation));
        yield return new("人数が負の出席がない", await db.Attendance.LongCountAsync(a => a.Count < 0, cancellation));
        yield return new("案内中の席には期限がある", await db.Applications.LongCountAsync(a => a.OfferUntil == null && a.People.Any(p => p.State == EnrolmentState.Offered), cancellation));
        yield return await DrawsAsync(cancellation);
    }

    private async Task<Invariant> CountAsync(string name, Expression<Func<Course, bool>> broken, CancellationToken cancellation)
    {
        var numbers = await db.Courses.Where(broken).Select(c => c.Number).Take(1001).ToListAsync(cancellation);
        return new Invariant(name, numbers.Count, numbers.FirstOrDefault());
    }

    private async Task<Invariant> DrawsAsync(CancellationToken cancellation)
    {
        var draws = await db.Draws.AsNoTracking().Where(d => d.Seed != null).ToListAsync(cancellation);
        var wrong = draws.Where(d => d.Publish("").Differences().Count > 0).ToList();
        return new Invariant("抽選は公開した数から計算し直せる", wrong.Count, wrong.Count == 0 ? null : wrong[0].Id.ToString());
    }
}
