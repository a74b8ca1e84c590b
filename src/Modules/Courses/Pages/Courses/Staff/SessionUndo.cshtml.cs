using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Takes the heads of a session back that was counted by mistake.</summary>
[Authorize(CoursesModule.RollCallPermission)]
internal sealed class SessionUndoModel(CoursesDb db, CourseLock courseLock, IClosedPeriods closedPeriods) : SessionPage(db)
{
    public int Heads { get; private set; }

    /// <summary>Reports that are final already.</summary>
    public IReadOnlyList<string> Closed { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return NotFound();
        }

        if (session.State == SessionState.Held)
        {
            course.ReopenSession(SessionId);
            await Db.Attendance.Where(a => a.SessionId == SessionId).ExecuteDeleteAsync();
            await Db.SaveChangesAsync();
        }

        Notice.Say(Response, "出席を取り消して、予定に戻しました。" + StaffWords.AfterClosing(await closedPeriods.AtAsync(session.Date)));
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Heads = await Db.Attendance.Where(a => a.SessionId == SessionId && a.CourseId == Id).SumAsync(a => a.Count);
        var elsewhere = await base.LoadMoreAsync();
        Closed = elsewhere is null ? await closedPeriods.AtAsync(Session.Date) : [];
        return elsewhere;
    }
}
