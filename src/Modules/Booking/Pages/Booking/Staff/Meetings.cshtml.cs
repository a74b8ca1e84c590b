using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Election meetings in the user's halls: what waits for an answer first.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingsModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(ElectionMeeting Meeting, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var found = db.Meetings.AsNoTracking().Where(m => State != "open" || m.State == MeetingState.Asked);
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var (halls, rows) = (await directory.GetAsync(cancellation), new List<(ElectionMeeting, string)>());
        foreach (var m in await found.OrderBy(m => m.State == MeetingState.Asked ? 0 : 1).ThenByDescending(m => m.Date).ThenBy(m => m.From).ThenBy(m => m.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((m, $"{halls.NameOf(m.HallId)} {(await rooms.FindAsync(m.RoomId, cancellation))?.Name}"));
        }

        Rows = rows;
        await audit.SawAsync(Act.View, "個人演説会の一覧", null, rows.Select(r => r.Item1.Id));
    }
}
