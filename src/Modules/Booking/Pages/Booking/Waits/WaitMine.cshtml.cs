using Kominkan.Booking.Data;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Waits;

/// <summary>One's place in the list, and what was said about it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WaitMineModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, WaitingList waits, IMessages messages, TimeProvider clock) : WaitPage(db, pass, rooms, directory)
{
    public int Before { get; private set; }

    public string? WhyNotAccept { get; private set; }

    public IReadOnlyList<PostedMessage> Messages { get; private set; } = [];

    protected override async Task LoadMoreAsync()
    {
        (WhyNotAccept, Before) = (Wait.WhyNotAccept(clock.UtcNow()), await waits.BeforeAsync(Wait));
        Messages = await messages.OfSubjectsAsync([Wait.Id]);
    }
}
