using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <summary>Signs one device out.</summary>
internal abstract class EndSessionPage(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public abstract string Address { get; }

    public string Device { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        var session = await FindAsync();
        Device = session?.Device ?? "";
        return session is null ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } session)
        {
            return NotFound();
        }

        session.End(clock.UtcNow());
        database.AfterCommit(() => cache.ForgetAsync(session.AccountId));
        await db.SaveChangesAsync();
        Notice.Say(Response, "その端末をサインアウトしました。");
        return Redirect(Address);
    }

    private Task<Session?> FindAsync() => db.Sessions.SingleOrDefaultAsync(s => s.Id == Id && s.AccountId == User.AccountId());
}
