using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.My;

/// <summary>First oneself, then those one acts for.</summary>
[Authorize(Doors.Resident)]
internal sealed class FamilyNewModel(IFamilyRecords families) : PageModel, IFormPage
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public bool IsFirst { get; private set; }

    public async Task<IActionResult?> LoadAsync()
    {
        IsFirst = (await families.OfAsync(User.ResidentId()!.Value)).Count == 0;
        return null;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var (account, details) = (User.ResidentId()!.Value, Input.Over(new PersonDetails()));
        _ = IsFirst ? await families.BeginAsync(account, details)
            : await families.AddAsync(account, details, string.IsNullOrWhiteSpace(Input.Relation) ? null : JapaneseText.Clean(Input.Relation));
        Notice.Say(Response, "登録しました。");
        return Redirect("/my/family");
    }
}
