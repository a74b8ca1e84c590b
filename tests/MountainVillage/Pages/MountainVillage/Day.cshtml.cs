using Kominkan.Courses.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MountainVillage.Pages.MountainVillage;

/// <summary>What who leads the day must know; a course of another type or of another hall is not found.</summary>
[Authorize(MountainVillageModule.View)]
internal sealed class DayModel(ICourseCatalogue courses, IHallDirectory halls) : PageModel
{
    private const int ChildrenALeader = 8;

    public CourseInfo Day { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public int Leaders => Math.Max(1, (Day.Enrolled + ChildrenALeader - 1) / ChildrenALeader);

    public async Task<IActionResult> OnGetAsync(Guid courseId)
    {
        if (await courses.FindAsync(courseId) is not { ProgramType: MountainVillageDay.TypeKey } day)
        {
            return NotFound();
        }

        (Day, Hall) = (day, (await halls.GetAsync()).NameOf(day.HallId));
        return Page();
    }
}
