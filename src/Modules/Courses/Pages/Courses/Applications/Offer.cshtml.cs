using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>空きのご案内: take the seat that was offered.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OfferModel(CoursesDb db, ReceiptCookie receipt, CourseLock courseLock, TimeProvider clock) : PageModel, IFormPage
{
    public string Title { get; private set; } = "";

    public DateTime? Until { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await receipt.FindAsync(HttpContext) is not { } found)
        {
            return Redirect("/applications");
        }

        db.ChangeTracker.Clear();
        var course = (await courseLock.TakeAsync(found.CourseId))!;
        course.AcceptOffer(await db.Applications.SingleAsync(a => a.Id == found.Id), clock.UtcNow());
        await db.SaveChangesAsync();
        Notice.Say(Response, "参加が決まりました。");
        return Redirect("/applications/mine");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await receipt.FindAsync(HttpContext) is not { } application)
        {
            return Redirect("/applications");
        }

        Title = await db.Courses.Where(c => c.Id == application.CourseId).Select(c => c.Title).SingleAsync();
        Until = application.OfferUntil;
        return null;
    }
}
