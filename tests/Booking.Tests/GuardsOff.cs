using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kominkan.Booking.Tests;

/// <summary>Guards switched off, for the twins that show that a test would notice.</summary>
internal sealed class NoSpaceLock(AppDatabase database) : SpaceLock(database)
{
    public override Task TakeAsync(IEnumerable<Guid> spaces, CancellationToken cancellation = default) => Task.CompletedTask;
}

internal sealed class NoPartyLock(AppDatabase database) : PartyLock(database)
{
    public override Task TakeAsync(string party, CancellationToken cancellation = default) => Task.CompletedTask;
}

internal sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
{
    public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();

    public override Task TakeTurnAsync(string name, CancellationToken cancellation = default) => Task.CompletedTask;
}

/// <summary>The first waits, checked and not saved, until a second has got as far: on a quiet machine they would rarely meet.</summary>
/// <param name="about">What both must be about to save; taking a room when left out.</param>
internal sealed class Meeting(Func<ChangeTracker, bool>? about = null) : SaveChangesInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (about is null ? eventData.Context!.ChangeTracker.Entries<Occupancy>().Any(e => e.State == EntityState.Added) : about(eventData.Context!.ChangeTracker))
        {
            if (Interlocked.Increment(ref arrived) > 1)
            {
                met.TrySetResult();
            }
            else
            {
                await Task.WhenAny(met.Task, Task.Delay(Patience, cancellationToken));
            }
        }

        return result;
    }
}
