using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The hall is not needed after all.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class DisplacementWithdrawModel(BookingDb db, IRooms rooms, IHallDirectory directory, Displace displace, TimeProvider clock) : DisplacementPage(db, rooms, directory), IFormPage
{
    public string? WhyNot => Displacement.WhyNotWithdraw(clock.Today());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await displace.WithdrawAsync(Displacement);
        Notice.Say(Response, "会場の変更を取り消しました。");
        return Redirect($"/staff/displacements/{Id}");
    }
}
