using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Rooms the user's halls keep for themselves: what waits for an answer first.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlocksModel(BookingDb db, IRooms rooms, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    private readonly DateTime now = clock.UtcNow();

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public IReadOnlyList<(RoomBlock Block, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var all = await directory.GetAsync(cancellation);
        Halls = [.. all.All.Where(h => scope.Contains(h.Id))];
        Count = await db.Blocks.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var rows = new List<(RoomBlock, string)>();
        foreach (var block in await db.Blocks.AsNoTracking().OrderBy(b => b.State == BlockState.Asked && b.AnswerBy > now ? 0 : 1).ThenByDescending(b => b.Date).ThenBy(b => b.From).ThenBy(b => b.Id)
            .Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((block, $"{all.NameOf(block.HallId)} {(await rooms.FindAsync(block.RoomId, cancellation))?.Name}"));
        }

        Rows = rows;
    }

    public Status StatusOf(RoomBlock block) => block.State == BlockState.Asked && !block.IsWaiting(now) ? new("期限切れ", Tone.Off) : Wording.Of(block.State);
}
