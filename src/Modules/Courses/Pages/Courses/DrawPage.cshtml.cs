using Kominkan.Courses.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>抽選: rule, entries and seed in the open, recomputed each time the page is opened.</summary>
[AllowAnonymous]
[PublicPage("courses")]
internal sealed class DrawPageModel(CoursesDb db) : PageModel
{
    public Guid DrawId { get; private set; }

    public Guid CourseId { get; private set; }

    public PublishedDraw Draw { get; private set; } = null!;

    public DateTime ClosedAt { get; private set; }

    public DateTime? DrawnAt { get; private set; }

    /// <summary>What does not agree when the page replays the draw; empty when all does.</summary>
    public IReadOnlyList<string> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var found = await db.Draws.AsNoTracking().Where(d => d.Id == id)
            .Join(db.Courses, d => d.CourseId, c => c.Id, (d, c) => new { Draw = d, c.Title }).SingleOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        (DrawId, CourseId, Draw, ClosedAt, DrawnAt) = (id, found.Draw.CourseId, found.Draw.Publish(found.Title), found.Draw.ClosedAt, found.Draw.DrawnAt);
        Differences = Draw.Seed is null ? [] : Draw.Differences();
        return Page();
    }
}
