using System.Buffers.Binary;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// One at a time looks at the time of a space and takes it. Without it PostgreSQL would find out by its unique index, and
/// those who lose would wait for its search for deadlocks. On SQLite whoever writes is the only one anyway.
/// </summary>
internal class SpaceLock(BookingDb db)
{
    /// <summary>Holds the spaces until the transaction ends; always in the same order, so that nobody waits in a ring.</summary>
    public virtual async Task TakeAsync(IEnumerable<Guid> spaces, CancellationToken cancellation = default)
    {
        if (db.Database.IsSqlite())
        {
            return;
        }

        foreach (var key in spaces.Select(Key).Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellation);
        }
    }

    /// <summary>The part of a v7 id that is drawn by lot.</summary>
    private static long Key(Guid space)
    {
        Span<byte> bytes = stackalloc byte[16];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
    }
}
