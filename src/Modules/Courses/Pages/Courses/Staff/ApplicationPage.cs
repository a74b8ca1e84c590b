using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A staff page about one application of the user's halls.</summary>
internal abstract class ApplicationPage(CoursesDb db, CourseLock courseLock, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Application Application { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public DateTime Now { get; } = clock.UtcNow();

    protected CoursesDb Db { get; } = db;

    protected string Home => $"/staff/applications/{Id}";

    public async Task<IActionResult?> LoadAsync()
    {
        var application = await Db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id);
        var course = application is null ? null : await Db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == application.CourseId);
        if (application is null || course is null)
        {
            return NotFound();
        }

        (Application, Course) = (application, course);
        await SawAsync(HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? Act.Change : Act.View, application);
        return await LoadMoreAsync();
    }

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);

    protected virtual Task SawAsync(Act act, Application application) => audit.SawAsync(act, "申し込み", application.HallId, application.People);

    /// <summary>Changes seats while the course's lock is held, and offers what came free to who waits; 404 when it is not in scope.</summary>
    protected async Task<IActionResult> ChangeSeatsAsync(Action<Course, Application> change)
    {
        var courseId = await Db.Applications.Where(a => a.Id == Id).Select(a => a.CourseId).SingleOrDefaultAsync();
        if (await courseLock.TakeAsync(courseId) is not { } course)
        {
            return NotFound();
        }

        var application = await Db.Applications.SingleAsync(a => a.Id == Id);
        change(course, application);
        await SawAsync(Act.Change, application);
        await Db.SaveChangesAsync();
        await SettleRecruitment.OfferAsync(Db, courseLock, course, Now, CancellationToken.None);
        await Db.SaveChangesAsync();
        return Redirect(Home);
    }
}
