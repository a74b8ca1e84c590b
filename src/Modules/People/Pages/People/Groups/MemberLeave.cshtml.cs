using Kominkan.People.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Takes a member off the roster as of today.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class MemberLeaveModel(PeopleDb db, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock)
{
    [FromRoute]
    public Guid MemberId { get; set; }

    public string MemberName { get; private set; } = "";

    protected override string What => "名簿から外す";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Group.Leave(MemberId, Today);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "名簿から外しました。");
        return Redirect(Home);
    }

    protected override Task<IActionResult?> LoadMoreAsync()
    {
        var member = Group.Members.FirstOrDefault(m => m.Id == MemberId);
        MemberName = member is null ? "" : Names[member.PersonId];
        return Task.FromResult<IActionResult?>(member is null ? NotFound() : null);
    }
}
