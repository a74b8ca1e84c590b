using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Data;

/// <summary>How staff pages find what their address names; outside the request's scope there is nothing.</summary>
internal static class FacilitiesQueries
{
    public static Task<Hall?> HallByNoAsync(this FacilitiesDb db, string no) =>
        db.Halls.Include(h => h.Details).FirstOrDefaultAsync(h => h.No == no);

    /// <summary>All rooms of a hall with their spaces, in the order of the numbers, also those no longer in use.</summary>
    public static async Task<List<MeetingRoom>> RoomsOfAsync(this FacilitiesDb db, Guid hallId) =>
        [.. (await db.Rooms.Include(r => r.Spaces).Where(r => r.HallId == hallId).ToListAsync()).OrderBy(r => Printed.Order(r.No), StringComparer.Ordinal)];
}
