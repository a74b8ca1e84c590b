using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class EditModel(AccountsDb db, IAudit audit, ChangeLog changes) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string DisplayName { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        await audit.SawAsync("氏名・委託を直す", Id);
        DisplayName = (await FindAsync())?.DisplayName ?? "";
        return DisplayName.Length == 0 ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is { } account)
        {
            Input = new InputModel { DisplayName = account.DisplayName, IsContractor = account.IsContractor };
        }

        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } account)
        {
            return NotFound();
        }

        account.Edit(Input.DisplayName, Input.IsContractor);
        changes.OfAccount(Id, User, "氏名・委託を保存");
        await db.SaveChangesAsync();
        Notice.Say(Response, "保存しました。");
        return Redirect($"/staff/accounts/{Id}");
    }

    private Task<Account?> FindAsync() => db.Users.Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == Id && a.Kind == AccountKind.Staff);

    internal sealed class InputModel
    {
        [Display(Name = "氏名")]
        [StringLength(50)]
        public string DisplayName { get; set; } = "";

        [Display(Name = "委託の人")]
        public bool IsContractor { get; set; }
    }
}
