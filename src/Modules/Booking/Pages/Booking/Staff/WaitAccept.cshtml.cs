using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who was called says yes: what is kept for them becomes their hire.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class WaitAcceptModel(BookingDb db, WaitingList waits, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : StaffWaitPage(db, waits, rooms, directory, audit, clock)
{
    private readonly BookingDb db = db;

    /// <summary>What it will cost them; null where it is not sold.</summary>
    public IReadOnlyList<FeeLine>? Lines { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var hire = await List.AcceptAsync(Wait);
        db.HireActs.Add(HireAct.Of(hire, HireActKind.Booked, User.AccountId(), hire.BookedAt));
        await db.SaveChangesAsync();
        Notice.Say(Response, $"予約を受け付けました。受付番号{hire.Number}を伝えてください。");
        return Redirect($"/staff/hires/{hire.Id}");
    }

    protected override async Task LoadMoreAsync() => Lines = await List.FeeAsync(Wait);
}
