using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A page where a rule of one hall or of the city begins on a day.</summary>
internal abstract class HallRulePage(IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    /// <summary>The day in the form.</summary>
    protected abstract DateOnly? From { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        From ??= clock.Today().AddMonths(1);
        Halls = [.. (await directory.GetAsync()).All.Select(h => new Choice(h.Id.ToString(), h.ShortName))];
        return null;
    }

    /// <exception cref="RuleBroken">There is no such hall.</exception>
    protected async Task DemandHallAsync(Guid? hall)
    {
        if (hall is { } id && (await directory.GetAsync()).Find(id) is null)
        {
            throw new RuleBroken("館を選び直してください。", "Input.HallId");
        }
    }
}
