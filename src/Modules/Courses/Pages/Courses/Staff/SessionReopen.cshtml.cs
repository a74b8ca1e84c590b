using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Takes the cancellation of a session back.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionReopenModel(CoursesDb db, CourseLock courseLock) : SessionPage(db)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return NotFound();
        }

        if (session.State == SessionState.Cancelled)
        {
            course.ReopenSession(SessionId);
            await Db.SaveChangesAsync();
        }

        Notice.Say(Response, "この回を予定に戻しました");
        return Redirect(Home);
    }
}
