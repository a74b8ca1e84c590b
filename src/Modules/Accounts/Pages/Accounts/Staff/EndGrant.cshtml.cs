using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class EndGrantModel(AccountsDb db, IAudit audit, ChangeLog changes, AccessCache cache, FindPlaces places, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid GrantId { get; set; }

    public string DisplayName { get; private set; } = "";

    public string Role { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        var grant = await FindAsync();
        await audit.SawAsync("権限を終える", Id);
        DisplayName = await db.Users.Where(a => a.Id == Id).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? "";
        Role = grant is null ? "" : Wording.Role(grant, (await cache.RolesAsync()).ByKey, await places.OfAsync(grant));
        return grant is null ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } grant)
        {
            return NotFound();
        }

        grant.End(User.AccountId()!.Value, clock.Today());
        changes.OfAccount(Id, User, Wording.Role(grant, (await cache.RolesAsync()).ByKey, await places.OfAsync(grant)) + "を終了");
        await db.SaveChangesAsync();
        Notice.Say(Response, "権限を終えました。");
        return Redirect($"/staff/accounts/{Id}");
    }

    private Task<Grant?> FindAsync() => db.Grants.SingleOrDefaultAsync(g => g.Id == GrantId && g.AccountId == Id);
}
