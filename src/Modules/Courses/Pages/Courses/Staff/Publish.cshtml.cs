using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Shows a course to residents.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class PublishModel(CoursesDb db, CourseLock courseLock) : CoursePage(db)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        course.Publish();
        await Db.SaveChangesAsync();
        Notice.Say(Response, "公開しました");
        return Redirect(Home);
    }
}
