using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class NewGrantModel(AccountsDb db, IAudit audit, AccessCache cache, IHallDirectory halls, IEnumerable<IOwnScope> owns, ProposeGrant propose, FreshProof fresh, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string DisplayName { get; private set; } = "";

    public bool HasOwn => owns.Any();

    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync()
    {
        await audit.SawAsync("権限を付ける", Id);
        var directory = await halls.GetAsync();
        Roles = [.. (await cache.RolesAsync()).ByKey.Values.OrderBy(r => r.Order).ThenBy(r => r.Key).Select(r => new Choice(r.Key, r.Label))];
        Halls = [.. directory.All.Select(h => new Choice(h.Id.ToString(), $"{h.No} {h.ShortName}"))];
        Wards = [.. directory.Wards.Select(w => new Choice(w, w))];
        Scopes =
        [
            new("Hall", "館", "ひとつの館。その分館も含みます"), new("Ward", "区", "区のすべての館"), new("City", "全館", "これからできる館も含みます"),
            .. owns.Select(o => new Choice(ProposeGrant.Own + o.Kind, o.Label, "ほかのものは見えません")),
        ];
        DisplayName = await db.Users.Where(a => a.Id == Id && a.Kind == Domain.AccountKind.Staff).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? "";
        return DisplayName.Length == 0 ? NotFound() : await fresh.AskAsync();
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.ValidFrom = clock.Today();
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await propose.DoAsync(Id, Input, User);
        Notice.Say(Response, "申請しました。別の本部職員が承認すると有効になります。");
        return Redirect($"/staff/accounts/{Id}");
    }

    internal sealed class InputModel
    {
        [Display(Name = "役割")]
        public string RoleKey { get; set; } = "";

        [Display(Name = "範囲")]
        [Required(ErrorMessage = "範囲を選んでください。")]
        public string Scope { get; set; } = "";

        [Display(Name = "館")]
        public Guid? HallId { get; set; }

        [Display(Name = "区")]
        public string? Ward { get; set; }

        [Display(Name = "担当するもの")]
        [StringLength(200)]
        public string? Own { get; set; }

        [Display(Name = "いつから")]
        public DateOnly ValidFrom { get; set; }

        [Display(Name = "いつまで")]
        public DateOnly? ValidTo { get; set; }
    }
}
