using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Rooms nobody used, rooms given back late and hires of the staff's own groups, in the user's halls: for somebody to ask about.</summary>
[Authorize(BookingModule.Watch)]
internal sealed class RoomAlertsModel(RoomAlerts alerts, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel
{
    /// <summary>More than that is not for one pair of eyes.</summary>
    public const int Most = 50;

    public IReadOnlyList<UnusedBlock> Unused { get; private set; } = [];

    public IReadOnlyList<(UnusedBlock Unused, string Place)> Blocks { get; private set; } = [];

    public IReadOnlyList<LateParty> Late { get; private set; } = [];

    public IReadOnlyList<OwnWork> Own { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Unused, Late, Own) = (await alerts.UnusedAsync(cancellation), await alerts.LateAsync(cancellation), await alerts.OwnAsync(cancellation));
        await audit.SawAsync(Act.View, "直前の取消が続く方と、職員が自分の団体を扱った予約の一覧", null, Late.Take(Most).SelectMany(p => p.Hires.Select(h => h.Id)).Concat(Own.Take(Most).Select(o => o.Hire.Id)).Distinct());
        var halls = await directory.GetAsync(cancellation);
        var blocks = new List<(UnusedBlock, string)>();
        foreach (var unused in Unused.Take(Most))
        {
            blocks.Add((unused, $"{halls.NameOf(unused.Block.HallId)} {(await rooms.FindAsync(unused.Block.RoomId, cancellation))?.Name}"));
        }

        Blocks = blocks;
    }
}
