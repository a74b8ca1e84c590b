using Kominkan.Facilities.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>The rooms of a hall, also those no longer in use.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class RoomsModel(FacilitiesDb db, TimeProvider clock) : PageModel
{
    private static readonly Status InUse = new("使用中", Tone.Ok);
    private static readonly Status Over = new("使用終了", Tone.Off);
    private static readonly Status Coming = new("これから", Tone.Warn);

    public sealed record Row(Guid Id, string No, string Name, int Capacity, string Partition, DateOnly From, DateOnly? To, Status Status);

    [FromRoute]
    public string No { get; set; } = "";

    public string HallName { get; private set; } = "";

    public IReadOnlyList<Row> Rooms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var today = clock.Today();
        HallName = hall.NameOn(today);
        var rooms = await db.RoomsOfAsync(hall.Id);
        Rooms = [.. rooms.Select(r => new Row(r.Id, r.No, r.Name, r.Capacity, r.Partition(rooms), r.ValidFrom, r.ValidTo, r.IsValidOn(today) ? InUse : r.ValidFrom > today ? Coming : Over))];
        return Page();
    }
}
