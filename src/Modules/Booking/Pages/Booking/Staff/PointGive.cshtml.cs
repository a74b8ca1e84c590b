using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>点数をつける: it counts from today.</summary>
[Authorize(BookingModule.PointsPermission)]
internal sealed class PointGiveModel(BookingDb db, IRooms rooms, IHallDirectory directory, Points points, DecidePoints decide, IAudit audit, TimeProvider clock) : PointPage(db, rooms, directory, points, audit, clock)
{
    [BindProperty] public DecisionInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await decide.GiveAsync(Case, Input.Reason, Input.Words, User.Clerk());
        Notice.Say(Response, "点数をつけました。");
        return Redirect(Home);
    }
}
