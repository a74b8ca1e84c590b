using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>The rooms of the sample city and their one calendar, in the words of who takes a room.</summary>
internal static class Calendar
{
    public static readonly DateOnly Day = new(2026, 12, 5);

    public static TimeOnly At(int hour, int minute = 0) => new(hour, minute);

    /// <summary>The room of the name in the hall; halls 1, 4, 6 have a 大ホール with two parts.</summary>
    public static async Task<Room> RoomAsync(this KominkanApp app, string name = "研修室1", string hall = "1")
    {
        var found = await app.HallAsync(hall);
        return await app.DoAsync(async s => (await s.GetRequiredService<IRooms>().OfHallAsync(found.Id)).Single(r => r.Name == name));
    }

    public static RoomUse Use(Room room, int from, int to, RoomUseKind kind = RoomUseKind.OwnProgram, DateOnly? date = null) =>
        new(new RoomSlot(room.Id, date ?? Day, At(from), At(to)), kind, "試験の利用", Guid.CreateVersion7());

    public static Task<Guid> ClaimAsync(this KominkanApp app, RoomUse use) => app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ClaimAsync(use));

    /// <summary>Tries to take the room; whether it could.</summary>
    public static async Task<bool> TriesAsync(this KominkanApp app, RoomUse use)
    {
        try
        {
            await app.ClaimAsync(use);
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            return false;
        }
    }

    /// <summary>Quarters of an hour that are taken, and uses that have any.</summary>
    public static Task<(int Cells, int Uses)> CountAsync(this KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<BookingDb>();
        return (await db.Cells.CountAsync(), await db.Occupancies.CountAsync(o => o.ReleasedAt == null));
    });

    /// <summary>Everybody waits at one gate and goes through it together.</summary>
    public static async Task<IReadOnlyList<TAnswer>> AtOnceAsync<T, TAnswer>(IEnumerable<T> clients, Func<T, Task<TAnswer>> act)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = clients.Select(async c =>
        {
            await gate.Task;
            return await act(c);
        }).ToList();
        gate.SetResult();
        return await Task.WhenAll(running);
    }
}
