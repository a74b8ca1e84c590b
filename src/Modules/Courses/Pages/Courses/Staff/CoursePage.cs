using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A staff page about one course of the user's halls; a course of any other hall is not found.</summary>
internal abstract class CoursePage(CoursesDb db) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Course Course { get; private set; } = null!;

    protected CoursesDb Db { get; } = db;

    protected string Home => $"/staff/courses/{Id}";

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Courses.AsNoTracking().Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == Id) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        return await LoadMoreAsync();
    }

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>What the page shows beside the course.</summary>
    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);
}

/// <summary>A staff page about one session of a course of the user's halls.</summary>
internal abstract class SessionPage(CoursesDb db) : CoursePage(db)
{
    [FromRoute]
    public Guid SessionId { get; set; }

    public Session Session { get; private set; } = null!;

    protected override Task<IActionResult?> LoadMoreAsync()
    {
        if (Course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return Task.FromResult<IActionResult?>(NotFound());
        }

        Session = session;
        return Task.FromResult<IActionResult?>(null);
    }
}
