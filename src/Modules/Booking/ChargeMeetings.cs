using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Tells the cash desk what an election meeting costs: nothing the first time in a hall.</summary>
internal sealed class ChargeMeetings(BookingDb db, IRooms rooms, ICashier cashier) : IChargeLines
{
    public string Kind => "個人演説会の使用料";

    public string Permission => BookingModule.Displacements;

    public async Task SayAsync(IReadOnlyCollection<ElectionMeeting> meetings, CancellationToken cancellation = default)
    {
        var charges = new List<Charge>();
        foreach (var meeting in meetings)
        {
            var room = (await rooms.FindAsync(meeting.RoomId, cancellation))?.Name;
            charges.Add(new Charge(meeting.Id, Kind, meeting.HallId, meeting.Number, $"{meeting.Date.MonthDay()}{room}の個人演説会の使用料", meeting.Candidate, meeting.Date, meeting.Charged, meeting.Use.Url!));
        }

        await cashier.OweAsync(charges, cancellation);
    }

    public async Task<IReadOnlyList<ChargeLine>> OfAsync(Guid subject, CancellationToken cancellation = default)
    {
        var meeting = await db.Meetings.AsNoTracking().Include(m => m.Fees).SingleOrDefaultAsync(m => m.Id == subject, cancellation);
        return meeting is not { IsLive: true } ? [] : [.. meeting.Fees.OrderBy(f => f.Line).Select(f => new ChargeLine(f.Label, f.Article, f.Yen))];
    }
}
