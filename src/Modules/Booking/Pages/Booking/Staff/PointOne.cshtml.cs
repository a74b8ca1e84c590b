using Kominkan.Booking.Data;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One case: what happened, what they say of it, and who may do what.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class PointOneModel(BookingDb db, IRooms rooms, IHallDirectory directory, Points points, IAudit audit, IGrants grants, IMessages messages, TimeProvider clock) : PointPage(db, rooms, directory, points, audit, clock)
{
    public bool MayDecide { get; private set; }

    public string? WhyNotGive => Case.WhyNotDecide(User.AccountId(), Now, waives: false);

    public string? WhyNotWaive => Case.WhyNotDecide(User.AccountId(), Now, waives: true);

    public IReadOnlyList<PostedMessage> Messages { get; private set; } = [];

    protected override async Task LoadMoreAsync()
    {
        var where = await grants.HallsWhereAsync(User, BookingModule.PointsPermission);
        MayDecide = where.IsEverywhere || where.Halls.Contains(Case.HallId);
        Messages = [.. (await messages.OfSubjectsAsync([Hire.Id])).Where(m => m.Kind.StartsWith("booking.points-", StringComparison.Ordinal))];
    }
}
