using Kominkan.Booking.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// Keeps the rooms of sessions in the one calendar: whichever page, job or import plans, moves or calls off a session, its
/// room is taken, moved or given back when that is saved. A draft takes no rooms yet.
/// </summary>
internal sealed class TakeRooms(CoursesDb db, IRoomCalendar calendar)
{
    private const int Quarter = 15;

    /// <exception cref="RuleBroken">Something else happens in one of the rooms then.</exception>
    public async Task TakeAsync(IReadOnlyList<Guid> courses, CancellationToken cancellation)
    {
        var sessions = await (from s in db.Sessions
                              join c in db.Courses.IgnoreQueryFilters() on s.CourseId equals c.Id
                              where courses.Contains(c.Id)
                              select new { Session = s, c.Title, c.State, c.SessionCount }).AsNoTracking().ToListAsync(cancellation);
        await calendar.SetAsync([.. sessions.Select(s => new RoomNeed(s.Session.Id, s.State is CourseState.Draft or CourseState.Cancelled ? null : NeedOf(s.Session, s.SessionCount > 1 ? $"{s.Title}（{s.Session.Number}回）" : s.Title)))], cancellation);
    }

    private static RoomUse? NeedOf(Session session, string title) =>
        session is { State: not SessionState.Cancelled, RoomId: { } room, From: { } from, To: { } to } && Slot(room, session.Date, from, to) is { } slot
            ? new RoomUse(slot, RoomUseKind.OwnProgram, title.Length <= 100 ? title : title[..100], session.Id, $"/staff/courses/{session.CourseId}")
            : null;

    /// <summary>Begun quarters of an hour are taken whole: a talk from 13:10 has the room from 13:00.</summary>
    private static RoomSlot? Slot(Guid room, DateOnly date, TimeOnly from, TimeOnly to)
    {
        var (first, last) = (from.AddMinutes(-(from.Minute % Quarter)), to.AddMinutes((Quarter - (to.Minute % Quarter)) % Quarter));
        return first < last ? new RoomSlot(room, date, new(first.Hour, first.Minute), new(last.Hour, last.Minute)) : null;
    }
}
