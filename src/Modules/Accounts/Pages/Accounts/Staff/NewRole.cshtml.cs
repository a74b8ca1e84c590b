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
internal sealed class NewRoleModel(AccountsDb db, ChangeLog changes, FreshProof fresh) : PageModel, IFormPage
{
    [BindProperty]
    public RoleLabelInputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => fresh.AskAsync();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var role = Role.New(Input.Label);
        await RoleLabelInputModel.CheckFreeAsync(db, role);
        db.Roles.Add(role);
        changes.OfRole(role.Key, User, $"役割「{role.Label}」を作成");
        await db.SaveChangesAsync();
        Notice.Say(Response, "役割を作りました。できることを選んでください。");
        return Redirect($"/staff/roles/{role.Key}");
    }
}

internal sealed class RoleLabelInputModel
{
    [Display(Name = "役割の名前")]
    [StringLength(100)]
    public string Label { get; set; } = "";

    /// <exception cref="RuleBroken">Another role is called the same.</exception>
    public static async Task CheckFreeAsync(AccountsDb db, Role role)
    {
        if (await db.Roles.AnyAsync(r => r.Label == role.Label && r.Key != role.Key))
        {
            throw new RuleBroken("同じ名前の役割があります。別の名前にしてください。", "Input.Label");
        }
    }
}
