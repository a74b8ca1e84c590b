using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>届けた団体: deleted some time after they left it; until then what they did for it can be looked at.</summary>
internal sealed class OldOwnGroups(BookingDb db) : IRetention
{
    public string Key => "booking.own-groups";

    public string Label => "職員が届けた自分の団体（終わったもの）";

    public int Months => 24;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default) => Old(before).ExecuteDeleteAsync(cancellation);

    private IQueryable<OwnGroup> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.OwnGroups.Where(o => o.LeftOn < day);
    }
}
