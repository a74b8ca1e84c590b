using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Writes down that somebody showed who they are.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class IdentityNewModel(PeopleDb db, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock)
{
    public static IEnumerable<Choice> Documents => IdentityCheck.Documents.Select(d => new Choice(d, d));

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override string What => "本人確認を記録する";

    public override async Task<IActionResult> OnGetAsync()
    {
        Input.SeenOn = Today;
        return await base.OnGetAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Db.IdentityChecks.Add(new IdentityCheck(Id, Input.Document, Input.SeenOn!.Value, Today, User.AccountOf(), User.NameOf()));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "本人確認を記録しました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [Display(Name = "見たもの")]
        [Required]
        public string Document { get; set; } = "";

        [Display(Name = "見た日")]
        [Required]
        public DateOnly? SeenOn { get; set; }
    }
}
