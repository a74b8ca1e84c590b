using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The public file of a draw of rooms, from which anybody replays it.</summary>
internal static class LotteryFiles
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/lotteries/{id:guid}.json", DrawAsync).AllowAnonymous();

    private static async Task<IResult> DrawAsync(Guid id, BookingDb db, IHallDirectory halls, CancellationToken cancellation) =>
        await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.State != LotteryState.Open, cancellation) is { } lottery
            ? Results.Text(lottery.Publish((await halls.GetAsync(cancellation)).NameOf(lottery.HallId)).ToJson(), "application/json")
            : Results.NotFound();
}
