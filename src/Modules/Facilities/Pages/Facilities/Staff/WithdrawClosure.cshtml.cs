using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

[Authorize(FacilitiesModule.Manage)]
internal sealed class WithdrawClosureModel(FacilitiesDb db, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    private Closure? closure;

    [FromRoute]
    public string No { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public string HallName { get; private set; } = "";

    public string Days { get; private set; } = "";

    public string Where { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        closure!.Withdraw(clock.Today(), clock.UtcNow(), scope);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{closure.Days()}の休館を取り消しました。");
        return Redirect($"/staff/halls/{No}/closures");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var hall = await db.HallByNoAsync(No);
        closure = hall is null ? null : await db.Closures.FirstOrDefaultAsync(c => c.Id == Id && (c.HallId == hall.Id || c.HallId == null));
        if (hall is null || closure is null)
        {
            return NotFound();
        }

        (HallName, Days, Reason) = (hall.NameOn(clock.Today()), closure.Days(), closure.Reason);
        Where = closure.HallId is null ? "すべての館" : HallName + (closure.Part == OpeningPart.Library ? "の図書室" : "");
        return null;
    }
}
