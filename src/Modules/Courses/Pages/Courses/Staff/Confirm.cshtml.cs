using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>開講決定: the course will be held. The count says whether the minimum is reached; people decide.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class ConfirmModel(CoursesDb db, CourseLock courseLock) : CoursePage(db)
{
    public bool Enough => Course.Recruitment.Minimum is not { } minimum || Course.Enrolled >= minimum;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        course.Confirm();
        await Db.SaveChangesAsync();
        Notice.Say(Response, "開講を決めました");
        return Redirect(Home);
    }
}
