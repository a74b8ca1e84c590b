using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.My;

/// <summary>Who stands under one sign-in.</summary>
[Authorize(Doors.Resident)]
internal sealed class FamilyModel(IFamilyRecords families) : PageModel
{
    public IReadOnlyList<FamilyRecord> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Members = await families.OfAsync(User.ResidentId()!.Value, cancellation);
}
