namespace Kominkan.Booking;

/// <summary>
/// One at a time looks at the time of a space and takes it. Without it PostgreSQL would find out by its unique index, and
/// those who lose would wait for its search for deadlocks. On SQLite whoever writes is the only one anyway.
/// </summary>
internal class SpaceLock(AppDatabase database)
{
    /// <summary>Holds the spaces until the transaction ends; always in the same order, so that nobody waits in a ring.</summary>
    public virtual async Task TakeAsync(IEnumerable<Guid> spaces, CancellationToken cancellation = default)
    {
        foreach (var space in spaces.Distinct().Order())
        {
            await database.TakeTurnAsync($"booking.space/{space}", cancellation);
        }
    }
}
