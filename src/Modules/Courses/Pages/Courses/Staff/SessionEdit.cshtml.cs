using Kominkan.Courses.Data;
using Kominkan.Facilities.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Moves a session to another day, time or room; who takes part is told of another day or time.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionEditModel(CoursesDb db, CourseLock courseLock, IRooms rooms, IOpeningCalendar calendar, TimeProvider clock) : SessionPage(db)
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
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return NotFound();
        }

        await Input.CheckAsync(course.HallId, rooms, calendar);
        var before = (session.Date, session.From, session.To);
        course.MoveSession(SessionId, Input.Shown, Input.Date!.Value, Input.From, Input.To, Input.RoomId, JapaneseText.Clean(Input.Topic));
        await Db.SaveChangesAsync();
        var told = course.Enrolled + course.Offered > 0 && session.IsAwaited(clock.Today()) && (session.Date, session.From, session.To) != before;
        Notice.Say(Response, told ? "変更しました。参加する方に知らせてください。" : "変更しました");
        return Redirect(told ? $"{Home}/call-list" : Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var result = await base.LoadMoreAsync();
        Rooms = [.. (await rooms.OfHallAsync(Course.HallId)).Select(r => new Choice(r.Id.ToString(), $"{r.Name}（{r.Capacity}人）"))];
        return result;
    }
}
