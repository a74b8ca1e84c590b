using Kominkan.Courses.Data;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Everything about a course but its sessions.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class EditModel(CoursesDb db, CourseLock courseLock, ProgramTypeList types, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public CourseInput Input { get; set; } = new();

    public IEnumerable<Choice> Intakes => StaffWords.Intakes(types.Of(Course.ProgramType));

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        Input = Course is null ? Input : CourseInput.From(Course);
        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        if (!types.Of(course.ProgramType).Intakes.Contains(Input.Intake))
        {
            throw new RuleBroken("申込方法を選んでください", "Input.Intake");
        }

        Input.WriteTo(course);
        // More seats, or fewer kept back, are seats for those who wait.
        await SettleRecruitment.OfferAsync(Db, courseLock, course, clock.UtcNow(), HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "保存しました");
        return Redirect(Home);
    }
}
