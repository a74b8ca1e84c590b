using Kominkan.Booking.Data;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>One's entry in a draw: wishes, and what came of them.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EntryMineModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, IMessages messages, TimeProvider clock) : EntryPage(db, pass, rooms, directory, clock)
{
    public IReadOnlyList<PostedMessage> Messages { get; private set; } = [];

    protected override async Task LoadMoreAsync() => Messages = await messages.OfSubjectsAsync([Entry.Id]);
}
