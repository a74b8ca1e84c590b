using Kominkan.Courses.Data;
using Kominkan.Facilities.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Adds a session, or several a week apart.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionNewModel(CoursesDb db, CourseLock courseLock, IRooms rooms, IOpeningCalendar calendar) : CoursePage(db)
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        if (Course?.Sessions.OrderBy(s => s.Date).LastOrDefault() is { } last)
        {
            Input = new() { Date = last.Date.AddDays(7), From = last.From, To = last.To, RoomId = last.RoomId };
        }

        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        await Input.CheckAsync(course.HallId, rooms, calendar);
        foreach (var date in Input.Dates())
        {
            var session = course.AddSession(date, Input.From, Input.To, Input.RoomId, JapaneseText.Clean(Input.Topic));
            Db.Sessions.Add(session);
        }

        await Db.SaveChangesAsync();
        Notice.Say(Response, $"{Input.Times}回を足しました");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Rooms = [.. (await rooms.OfHallAsync(Course.HallId)).Select(r => new Choice(r.Id.ToString(), $"{r.Name}（{r.Capacity}人）"))];
        return null;
    }
}
