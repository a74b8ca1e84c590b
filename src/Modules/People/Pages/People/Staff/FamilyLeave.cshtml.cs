using Kominkan.People.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Takes somebody out of the family of the person whose screen is open.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class FamilyLeaveModel(PeopleDb db, TimeProvider clock) : PersonPage(db, clock)
{
    [FromRoute]
    public Guid MemberId { get; set; }

    public string MemberName { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Families.SingleOrDefaultAsync(f => f.Members.Any(m => m.Id == MemberId) && f.Members.Any(m => m.PersonId == Id)) is not { } family)
        {
            return NotFound();
        }

        family.Remove(family.Members.Single(m => m.Id == MemberId).PersonId);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "家族から外しました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var family = await Db.Families.AsNoTracking().SingleOrDefaultAsync(f => f.Members.Any(m => m.Id == MemberId) && f.Members.Any(m => m.PersonId == Id));
        if (family?.Members.SingleOrDefault(m => m.Id == MemberId) is not { } member)
        {
            return NotFound();
        }

        MemberName = (await Db.NamesAsync([member.PersonId]))[member.PersonId];
        return null;
    }
}
