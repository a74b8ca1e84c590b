using Kominkan.Courses.Data;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

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

        var before = course.Recruitment;
        Input.WriteTo(course);
        if (course.Recruitment != before && await Db.Draws.AnyAsync(d => d.CourseId == Id && d.Seed == null))
        {
            throw new RuleBroken("抽選の一覧を固定しました。抽選が終わるまで、募集の内容は変えられません。");
        }

        // More seats, or fewer kept back, are seats for those who wait.
        await SettleRecruitment.OfferAsync(Db, courseLock, course, clock.UtcNow(), HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "保存しました");
        return Redirect(Home);
    }
}
