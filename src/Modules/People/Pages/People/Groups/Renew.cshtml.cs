using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Lets a registration run on.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class RenewModel(PeopleDb db, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override string What => "登録を更新する";

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        Input.Until = result is null ? FiscalYear.Of(Group.Details.ValidUntil.AddDays(1)).LastDay : null;
        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Group.Renew(Input.Until!.Value, Today, Now, Clerk);
        await Db.SaveChangesAsync();
        Notice.Say(Response, $"{Group.Details.ValidUntil.Long()}まで更新しました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [Display(Name = "新しい期限")]
        [Required]
        public DateOnly? Until { get; set; }
    }
}
