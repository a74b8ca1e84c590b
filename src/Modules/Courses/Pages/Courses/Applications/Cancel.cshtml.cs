using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>申込の取消: everybody of the slip, or some. The seat goes on at once.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CancelModel(CoursesDb db, ReceiptCookie receipt, CourseLock courseLock, TimeProvider clock) : PageModel, IFormPage
{
    private const string Over = "終わった講座の申し込みは取り消せません。";

    [BindProperty] public InputModel Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public IReadOnlyList<Enrolment> People { get; private set; } = [];

    /// <summary>The application that stands on the page.</summary>
    public Guid Shown { get; private set; }

    /// <summary>Whether the seat is for somebody else yet.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>Why there is nothing to cancel any more, or null.</summary>
    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // Found first without tracking: what decides is read again behind the lock.
        if (await receipt.FindAsync(HttpContext) is not { } found)
        {
            return Redirect("/applications");
        }

        if (Input.Shown is { } shown && shown != found.Id)
        {
            throw new RuleBroken("ほかの画面で別の申し込みを開きました。下の申し込みを確かめて、もう一度押してください。");
        }

        db.ChangeTracker.Clear();
        var course = (await courseLock.TakeAsync(found.CourseId))!;
        if (course.LastDate < clock.Today())
        {
            throw new RuleBroken(Over);
        }

        var application = await db.Applications.SingleAsync(a => a.Id == found.Id);
        course.Withdraw(application, application.Size == 1 ? application.People : [.. application.People.Where(p => Input.People.Contains(p.Id))]);
        await db.SaveChangesAsync();
        await SettleRecruitment.OfferAsync(db, courseLock, course, clock.UtcNow(), HttpContext.RequestAborted);
        await db.SaveChangesAsync();
        Notice.Say(Response, "申し込みを取り消しました。");
        return Redirect("/applications/mine");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await receipt.FindAsync(HttpContext) is not { } application)
        {
            return Redirect("/applications");
        }

        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == application.CourseId);
        (Title, Shown, GoesOn) = (course.Title, application.Id, course.HasQueueAt(clock.UtcNow()));
        People = [.. application.People.Where(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed))];
        WhyNot = People.Count == 0 ? "この申し込みは、もう取り消されています。" : course.LastDate < clock.Today() ? Over : null;
        return null;
    }

    internal sealed class InputModel
    {
        /// <summary>What stood on the page that was sent: another tab may have opened another one since.</summary>
        public Guid? Shown { get; set; }

        public List<Guid> People { get; set; } = [];
    }
}
