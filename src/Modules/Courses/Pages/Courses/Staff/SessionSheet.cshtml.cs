using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>出席簿 of one session, to be printed on A4, signed, and keyed back into the screen of the same order.</summary>
[Authorize(CoursesModule.RollCallPermission)]
internal sealed class SessionSheetModel(CoursesDb db, IAudit audit, IHallDirectory directory, IRooms rooms, TimeProvider clock) : SessionPage(db)
{
    private const int Lines = 20;

    public string Place { get; private set; } = "";

    public DateTime Issued { get; } = clock.UtcNow();

    public int Count { get; private set; }

    /// <summary>Twenty lines a page, the last filled up with empty ones for who comes unannounced.</summary>
    public IReadOnlyList<IReadOnlyList<Applicant?>> Pages { get; private set; } = [];

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (await base.LoadMoreAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var room = Session.RoomId is { } id ? await rooms.FindAsync(id) : null;
        Place = $"{(await directory.GetAsync()).NameOf(Course.HallId)}　{room?.Name}".Trim('　');
        var people = await Db.Enrolments.Where(e => e.CourseId == Id && e.State == EnrolmentState.Enrolled).OrderBy(e => e.KanaKey).ThenBy(e => e.Id).Select(e => new { e.Id, e.Person }).ToListAsync();
        Count = people.Count;
        var pages = Math.Max(1, (Count + Lines - 1) / Lines);
        Pages = [.. people.Select(p => p.Person).Concat(Enumerable.Repeat<Applicant?>(null, (pages * Lines) - Count)).Chunk(Lines)];
        await audit.SawAsync(Act.Print, "出席簿", Course.HallId, people.Select(p => p.Id));
        return null;
    }
}
