using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>部屋の予約 on a person's screen: those linked to the record, of the halls in scope.</summary>
internal sealed class HiresPanel(BookingDb db, IRooms rooms, IHallDirectory halls) : IPersonPanel
{
    private const int Shown = 50;

    public string Title => "部屋の予約";

    public int Order => 20;

    public string Permission => BookingModule.Hires;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var hires = await db.Hires.AsNoTracking().Where(h => h.PersonId != null && person.Ids.Contains(h.PersonId.Value))
            .OrderByDescending(h => h.Date).Take(Shown).Select(h => new { h.Id, h.HallId, h.RoomId, h.Date, h.From, h.To, h.State, h.Number }).ToListAsync(cancellation);
        var directory = await halls.GetAsync(cancellation);
        var rows = new List<PersonPanelRow>();
        foreach (var h in hires)
        {
            var room = (await rooms.FindAsync(h.RoomId, cancellation))?.Name;
            rows.Add(new($"{h.Date.Short()} {Wording.Hours(h.From, h.To)}　{directory.NameOf(h.HallId)} {room}", $"/staff/hires/{h.Id}", Wording.Of(h.State), h.Number));
        }

        return new PersonPanel(rows, [new("部屋を予約する", $"/staff/rooms?person={person.Id}", BookingModule.Hires)], "この方につないだ部屋の予約はありません。");
    }
}
