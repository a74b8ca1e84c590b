using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Today's sessions, and what waits for somebody to do.</summary>
internal sealed class CoursesToday(CoursesDb db, IRooms rooms, TimeProvider clock) : IToday
{
    public async Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation)
    {
        var sessions = await (from s in db.Sessions
                              join c in db.Courses on s.CourseId equals c.Id
                              where s.Date == date && c.State != CourseState.Draft
                              orderby s.From
                              select new { s.Id, s.Number, s.From, s.To, s.RoomId, s.State, c.Title, CourseId = c.Id, c.HallId, c.SessionCount, c.Enrolled, c.Recruitment.Capacity }).ToListAsync(cancellation);
        var events = new List<TodayEvent>();
        foreach (var s in sessions)
        {
            var room = s.RoomId is { } id ? (await rooms.FindAsync(id, cancellation))?.Name : null;
            var title = s.SessionCount > 1 ? $"{s.Title}（{s.Number}/{s.SessionCount}回）" : s.Title;
            var status = s.State switch
            {
                SessionState.Held => new Status("出席済み", Tone.Ok),
                SessionState.Cancelled => new Status("中止", Tone.Bad),
                _ => new Status("予定", Tone.Off),
            };
            events.Add(new TodayEvent(s.From ?? TimeOnly.MinValue, s.To ?? TimeOnly.MaxValue, s.HallId, new(title, $"/staff/courses/{s.CourseId}", CoursesModule.Applications), room,
                s.Capacity is { } seats ? $"{s.Enrolled} / {seats}" : s.Enrolled > 0 ? $"{s.Enrolled}" : null, status,
                s.State == SessionState.Planned ? new("出席をつける", $"/staff/courses/{s.CourseId}/sessions/{s.Id}/attendance", CoursesModule.RollCallPermission) : null));
        }

        return events;
    }

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var live = db.Courses.Where(c => c.State == CourseState.Published || c.State == CourseState.Drawn || c.State == CourseState.Confirmed);
        var soon = today.AddDays(3);
        return
        [
            new("抽選を行う講座", "/staff/courses?todo=draw", await live.CountAsync(c => c.State == CourseState.Published && c.Recruitment.Intake == Intake.Draw && c.Recruitment.ClosesAt < now && c.InDraw > 0, cancellation), CoursesModule.Manage),
            new("開講を決める講座", "/staff/courses?todo=decide", await live.CountAsync(c => c.State != CourseState.Confirmed && c.Recruitment.DecideOn != null && c.Recruitment.DecideOn <= soon, cancellation), CoursesModule.Manage),
            new("出席の入っていない回", "/staff/courses?todo=attendance", await db.Sessions.CountAsync(s => s.State == SessionState.Planned && s.Date < today && live.Any(c => c.Id == s.CourseId), cancellation), CoursesModule.RollCallPermission),
            new("報告を書く講座", "/staff/courses?todo=report", await live.CountAsync(c => c.LastDate < today && !db.Sessions.Any(s => s.CourseId == c.Id && s.State == SessionState.Planned), cancellation), CoursesModule.Manage),
        ];
    }
}
