using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>One application, to whoever holds its numbers: where it stands and what can be done.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MineModel(CoursesDb db, ReceiptCookie receipt, IHallDirectory halls, IMessages messages, TimeProvider clock) : PageModel
{
    public Application Application { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    /// <summary>How many applications wait before this one.</summary>
    public int Before { get; private set; }

    public Guid? DrawId { get; private set; }

    /// <summary>お知らせ箱: everything that was said about the application, whether its copy arrived or not.</summary>
    public IReadOnlyList<PostedMessage> Messages { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public bool MayCancel => Course.State != CourseState.Cancelled && Application.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed) && !(Course.LastDate < clock.Today());

    public async Task<IActionResult> OnGetAsync()
    {
        if (await receipt.FindAsync(HttpContext) is not { } application)
        {
            return Redirect("/applications");
        }

        Application = application;
        Course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == application.CourseId);
        Hall = (await halls.GetAsync()).NameOf(Course.HallId);
        DrawId = await db.Draws.Where(d => d.CourseId == Course.Id).OrderByDescending(d => d.Round).Select(d => (Guid?)d.Id).FirstOrDefaultAsync();
        Messages = await messages.OfSubjectsAsync([application.Id]);
        Before = application.Rank is { } rank
            ? await db.Applications.CountAsync(a => a.CourseId == Course.Id && a.Rank < rank && a.People.Any(p => p.State == EnrolmentState.Waiting))
            : 0;
        return Page();
    }
}
