using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Takes somebody out of the family of the person whose screen is open.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class FamilyLeaveModel(PeopleDb db, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock)
{
    [FromRoute]
    public Guid MemberId { get; set; }

    private Family Family { get; set; } = null!;

    public string MemberName { get; private set; } = "";

    protected override string What => "家族から外す";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Family.Remove(Family.Members.Single(m => m.Id == MemberId).PersonId);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "家族から外しました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (await Db.Families.SingleOrDefaultAsync(f => f.Members.Any(m => m.Id == MemberId) && f.Members.Any(m => m.PersonId == Id)) is not { } family)
        {
            return NotFound();
        }

        Family = family;
        var member = family.Members.Single(m => m.Id == MemberId);
        MemberName = (await Db.NamesAsync([member.PersonId]))[member.PersonId];
        return null;
    }
}
