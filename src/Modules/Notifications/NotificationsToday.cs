using Kominkan.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>Who must be told by hand.</summary>
internal sealed class NotificationsToday(NotificationsDb db) : IToday
{
    public Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TodayEvent>>([]);

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation) =>
        [new("電話・はがきで知らせる人", "/staff/calls", await db.Messages.ByHand().CountAsync(cancellation), NotificationsModule.Calls)];
}
