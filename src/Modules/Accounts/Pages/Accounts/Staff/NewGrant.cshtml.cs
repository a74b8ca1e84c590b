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
internal sealed class NewGrantModel(AccountsDb db, IAudit audit, ChangeLog changes, AccessCache cache, IHallDirectory halls, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Scopes =
    [
        new("Hall", "館", "ひとつの館。その分館も含みます"),
        new("Ward", "区", "区のすべての館"),
        new("City", "全館", "これからできる館も含みます"),
    ];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string DisplayName { get; private set; } = "";

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync()
    {
        await audit.SawAsync("権限を付ける", Id);
        var directory = await halls.GetAsync();
        Roles = [.. (await cache.RolesAsync()).ByKey.Values.OrderBy(r => r.Order).Select(r => new Choice(r.Key, r.Label))];
        Halls = [.. directory.All.Select(h => new Choice(h.Id.ToString(), $"{h.No} {h.ShortName}"))];
        Wards = [.. directory.Wards.Select(w => new Choice(w, w))];
        DisplayName = await db.Users.Where(a => a.Id == Id).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? "";
        return DisplayName.Length == 0 ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.ValidFrom = clock.Today();
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (directory, roles) = (await halls.GetAsync(), (await cache.RolesAsync()).ByKey);
        if (!await db.Users.AnyAsync(a => a.Id == Id))
        {
            return NotFound();
        }

        // What is not among the choices was not on the page.
        var hall = Input.HallId is { } h && directory.Find(h) is { } known ? known.Id : (Guid?)null;
        var ward = directory.Wards.FirstOrDefault(w => w == Input.Ward);
        if (!roles.ContainsKey(Input.RoleKey))
        {
            throw new RuleBroken("役割を選んでください。", "Input.RoleKey");
        }

        var grant = Grant.Make(Id, Input.RoleKey, Input.Scope!.Value, hall, ward, Input.ValidFrom, Input.ValidTo);
        db.Grants.Add(grant);
        changes.OfAccount(Id, User, $"{Wording.Role(grant, roles, directory)}を付与（{Wording.Day(grant.ValidFrom)}～{Wording.Day(grant.ValidTo)}）");
        await db.SaveChangesAsync();
        Notice.Say(Response, "権限を付けました。");
        return Redirect($"/staff/accounts/{Id}");
    }

    internal sealed class InputModel
    {
        [Display(Name = "役割")]
        public string RoleKey { get; set; } = "";

        [Display(Name = "範囲")]
        [Required(ErrorMessage = "範囲を選んでください")]
        [EnumDataType(typeof(ScopeKind), ErrorMessage = "範囲を選んでください")]
        public ScopeKind? Scope { get; set; }

        [Display(Name = "館")]
        public Guid? HallId { get; set; }

        [Display(Name = "区")]
        public string? Ward { get; set; }

        [Display(Name = "いつから")]
        public DateOnly ValidFrom { get; set; }

        [Display(Name = "いつまで")]
        public DateOnly? ValidTo { get; set; }
    }
}
