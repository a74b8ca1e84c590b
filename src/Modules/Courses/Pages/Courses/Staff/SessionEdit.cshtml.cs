using Kominkan.Courses.Data;
using Kominkan.Facilities.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Moves a session to another day, time or room.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionEditModel(CoursesDb db, CourseLock courseLock, IRooms rooms, IOpeningCalendar calendar) : SessionPage(db)
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        if (Session is { } s)
        {
            Input = new() { Shown = s.Mark(), Date = s.Date, From = s.From, To = s.To, RoomId = s.RoomId, Topic = s.Topic };
        }

        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.All(s => s.Id != SessionId))
        {
            return NotFound();
        }

        await Input.CheckAsync(course.HallId, rooms, calendar);
        course.MoveSession(SessionId, Input.Shown, Input.Date!.Value, Input.From, Input.To, Input.RoomId, JapaneseText.Clean(Input.Topic));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "変更しました");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var result = await base.LoadMoreAsync();
        Rooms = [.. (await rooms.OfHallAsync(Course.HallId)).Select(r => new Choice(r.Id.ToString(), $"{r.Name}（{r.Capacity}人）"))];
        return result;
    }
}
