using Kominkan.Courses.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MountainVillage.Pages.MountainVillage;

/// <summary>This year's days in the village, of the user's halls.</summary>
[Authorize(MountainVillageModule.View)]
internal sealed class DaysModel(ICourseCatalogue courses, TimeProvider clock) : PageModel
{
    public FiscalYear Year { get; } = FiscalYear.Of(clock.Today());

    public IReadOnlyList<CourseInfo> Days { get; private set; } = [];

    public async Task OnGetAsync() => Days = await courses.OfTypeAsync(MountainVillageDay.TypeKey, Year);
}
