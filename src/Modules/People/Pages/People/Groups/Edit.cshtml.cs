using Kominkan.People.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Corrects what a group says of itself; not its days and not its people.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class EditModel(PeopleDb db, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock)
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    protected override string What => "団体の記録を直す";

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        Input = result is null ? GroupInput.From(Group.Details, Group.Version) : Input;
        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Group.Change(Input.Version, Input.ToDetails(Today));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "保存しました。");
        return Redirect(Home);
    }
}
