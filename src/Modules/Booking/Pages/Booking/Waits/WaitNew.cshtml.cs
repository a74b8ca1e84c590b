using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Waits;

/// <summary>空き待ち: who wants a time that is taken says so, and is told when it is free.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WaitNewModel(BookingDb db, WaitingList waits, ReceiptPass pass, RoomCalendar calendar, RoomDays days, IRooms rooms, IHallDirectory directory, Alternatives alternatives) : SlotPage(days, rooms, directory, alternatives), IAsking
{
    [BindProperty] public WebHireInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    public RoomSlot Slot { get; private set; } = null!;

    public bool IsFree { get; private set; }

    public int Before { get; private set; }

    public string BookUrl => $"/rooms/{Id}/book?date={Slot.Date:yyyy-MM-dd}&from={Slot.From:HH\\:mm}&to={Slot.To:HH\\:mm}";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var order = Input.ToOrder(HireChannel.Web, Guid.NewGuid()) with { AccountId = User.ResidentId() };
        var wait = await waits.AskAsync(Room, Slot, order);
        pass.Give(HttpContext, WaitPage.Cookie, "/waits", wait.Id);
        return Redirect("/waits/mine");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (Wanted() is not { } slot || !Cells.Fit(slot.From, slot.To))
        {
            return Redirect($"/rooms/{Id}?week={Day:yyyy-MM-dd}");
        }

        Slot = slot;
        IsFree = await calendar.WhyNotAsync(slot) is null && !await calendar.IsPromisedAsync(Room, slot);
        Before = await db.Waits.CountAsync(w => w.RoomId == Id && w.Date == Day && w.From < slot.To && w.To > slot.From && w.State == WaitState.Waiting);
        return null;
    }

    protected override RoomSlot? Wanted() => Time(From) is { } from && Time(To) is { } to && from < to ? new RoomSlot(Id, Day, from, to) : null;
}
