using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Takes a cancellation back, or the heads of a session that was counted by mistake.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionReopenModel(CoursesDb db, CourseLock courseLock) : SessionPage(db)
{
    public int Heads { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.All(s => s.Id != SessionId))
        {
            return NotFound();
        }

        course.ReopenSession(SessionId);
        await Db.Attendance.Where(a => a.SessionId == SessionId).ExecuteDeleteAsync();
        await Db.SaveChangesAsync();
        Notice.Say(Response, "この回を予定に戻しました");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Heads = await Db.Attendance.Where(a => a.SessionId == SessionId && a.CourseId == Id).SumAsync(a => a.Count);
        return await base.LoadMoreAsync() ?? (Session.State == SessionState.Planned ? Redirect($"{Home}/sessions/{SessionId}") : null);
    }
}
