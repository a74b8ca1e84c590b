using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What machines read of courses: a draw's public file and a course's calendar.</summary>
internal static class CourseFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/draws/{id:guid}.json", DrawAsync).AllowAnonymous();
        app.MapGet("/courses/{id:guid}.ics", CalendarAsync).AllowAnonymous();
    }

    private static async Task<IResult> DrawAsync(Guid id, CoursesDb db)
    {
        var found = await db.Draws.AsNoTracking().Where(d => d.Id == id)
            .Join(db.Courses, d => d.CourseId, c => c.Id, (d, c) => new { Draw = d, c.Title }).SingleOrDefaultAsync();
        return found is null ? Results.NotFound() : Results.Text(found.Draw.Publish(found.Title).ToJson(), "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> CalendarAsync(Guid id, CoursesDb db, IHallDirectory halls, SiteInfo site)
    {
        var course = await db.Courses.AsNoTracking().Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == id && c.State != CourseState.Draft);
        if (course is null)
        {
            return Results.NotFound();
        }

        var hall = (await halls.GetAsync()).Find(course.HallId);
        var calendar = new Calendar { ProductId = "-//Kominkan//Courses//JA" };
        // Times in UTC: readers show them in the phone's zone, and no time zone block can be wrong.
        // A session whose time is not known yet has its day.
        foreach (var s in course.Sessions.OrderBy(s => s.Date))
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{s.Id:N}@kominkan",
                Summary = course.Title,
                Location = hall?.Name,
                Url = new Uri($"{site.BaseUrl}/courses/{course.Id}"),
                Sequence = course.LockTurn,
                Status = s.State == SessionState.Cancelled || course.State == CourseState.Cancelled ? "CANCELLED" : "CONFIRMED",
                Start = s.From is { } from ? new CalDateTime(s.Date.ToUtc(from), "UTC") : new CalDateTime(s.Date),
                End = s.From is { } begin ? new CalDateTime(s.Date.ToUtc(s.To ?? begin.AddHours(1)), "UTC") : new CalDateTime(s.Date.AddDays(1)),
            });
        }

        return Results.Text(new CalendarSerializer().SerializeToString(calendar), "text/calendar", Encoding.UTF8);
    }
}
