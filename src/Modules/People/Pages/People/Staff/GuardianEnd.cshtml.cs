using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Somebody does not answer for a child any more; from the page of either.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class GuardianEndModel(PeopleDb db, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock)
{
    [FromRoute]
    public Guid LinkId { get; set; }

    public Guardianship Link { get; private set; } = null!;

    public string ChildName { get; private set; } = "";

    public string GuardianName { get; private set; } = "";

    protected override string What => "保護者のつながりを終わりにする";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Link.End(Today);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "終わりにしました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (await Db.Guardianships.SingleOrDefaultAsync(g => g.Id == LinkId && (g.ChildId == Id || g.GuardianId == Id)) is not { } link)
        {
            return NotFound();
        }

        Link = link;
        var names = await Db.NamesAsync([link.ChildId, link.GuardianId]);
        (ChildName, GuardianName) = (names[link.ChildId], names[link.GuardianId]);
        return null;
    }
}
