using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

/// <summary>A page that decides about one proposed grant.</summary>
internal abstract class GrantPage(AccountsDb db, AccessCache cache, FindPlaces places, FreshProof fresh, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid GrantId { get; set; }

    public string DisplayName { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string Days { get; private set; } = "";

    public string ProposedBy { get; private set; } = "";

    /// <summary>Somebody has agreed or refused: nothing is left to do.</summary>
    public bool IsDecided => Grant.State != GrantState.Proposed;

    protected AccountsDb Db => db;

    protected Grant Grant { get; private set; } = null!;

    public virtual async Task<IActionResult?> LoadAsync()
    {
        if (await db.Grants.SingleOrDefaultAsync(g => g.Id == GrantId && g.AccountId == Id) is not { } grant)
        {
            return NotFound();
        }

        await audit.SawAsync("権限の申請", Id);
        Grant = grant;
        DisplayName = await NameAsync(Id);
        ProposedBy = await NameAsync(grant.ProposedBy);
        Role = Wording.Role(grant, (await cache.RolesAsync()).ByKey, await places.OfAsync(grant));
        Days = $"{Wording.Day(grant.ValidFrom)}～{Wording.Day(grant.ValidTo)}";
        return await fresh.AskAsync();
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    private async Task<string> NameAsync(Guid? account) =>
        await db.Users.Where(a => a.Id == account).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? "システム";
}
