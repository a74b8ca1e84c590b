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
internal sealed class RoleModel(AccountsDb db, ChangeLog changes, IPermissions permissions, FreshProof fresh) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Label { get; private set; } = "";

    public bool IsChanged { get; private set; }

    public bool IsOwn { get; private set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IReadOnlyList<AccountModel.ChangeRow> Changes { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync() is not { } role)
        {
            return NotFound();
        }

        (Label, IsChanged, IsOwn) = (role.Label, role.IsChanged, role.IsOwn);
        Choices = [.. permissions.All.Select(p => new Choice(p.Key, p.Label))];
        var rows = await db.Changes.AsNoTracking().Where(c => c.RoleKey == Key).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(100)
            .Select(c => new { c.At, c.What, By = db.Users.Where(a => a.Id == c.By).Select(a => a.DisplayName).FirstOrDefault() }).ToListAsync();
        Changes = [.. rows.Select(c => new AccountModel.ChangeRow(Wording.Instant(c.At), c.What, c.By ?? "システム"))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Permissions = await FindAsync() is { } role ? [.. permissions.All.Where(role.Holds).Select(p => p.Key)] : [];
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await fresh.AskAsync() is { } ask)
        {
            return ask;
        }

        if (await FindAsync() is not { } role)
        {
            return NotFound();
        }

        var known = permissions.All.ToDictionary(p => p.Key);
        var before = known.Values.Where(role.Holds).Select(p => p.Key).ToList();
        // What a switched-off module gave the role is not on the page and stays.
        var after = Input.Permissions.Where(p => p is not null && known.ContainsKey(p)).Distinct().ToList();
        role.Choose([.. after, .. role.Permissions.Select(p => p.Permission).Where(p => !known.ContainsKey(p))]);
        var words = after.Except(before).Select(k => $"＋{known[k].Label}").Concat(before.Except(after).Select(k => $"－{known[k].Label}")).ToList();
        changes.OfRole(Key, User, words.Count == 0 ? "変更なしで保存" : Shorten(string.Join("、", words)));
        await db.SaveChangesAsync();
        Notice.Say(Response, "役割を保存しました。");
        return Redirect($"/staff/roles/{Key}");
    }

    private static string Shorten(string text) => text.Length <= 400 ? text : text[..399] + "…";

    private Task<Role?> FindAsync() => db.Roles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Key == Key);

    internal sealed class InputModel
    {
        [Display(Name = "できること")]
        public List<string> Permissions { get; set; } = [];
    }
}
