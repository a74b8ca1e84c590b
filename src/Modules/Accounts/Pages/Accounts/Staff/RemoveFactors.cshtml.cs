using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class RemoveFactorsModel(AccountsDb db, IAudit audit, ChangeLog changes, FreshProof fresh) : PageModel, IFormPage
{
    private Account? account;

    [FromRoute]
    public Guid Id { get; set; }

    public string DisplayName { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        await audit.SawAsync("2段階目を外す", Id);
        account = await db.Users.Include(a => a.RecoveryCodes).SingleOrDefaultAsync(a => a.Id == Id && a.Kind == AccountKind.Staff);
        DisplayName = account?.DisplayName ?? "";
        return account is null ? NotFound() : await fresh.AskAsync();
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        account!.RemoveFactors(User.AccountId()!.Value);
        db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.UserId == Id).ToListAsync());
        changes.OfAccount(Id, User, "2段階目を外す");
        await db.SaveChangesAsync();
        Notice.Say(Response, "2段階目を外しました。");
        return Redirect($"/staff/accounts/{Id}");
    }
}
