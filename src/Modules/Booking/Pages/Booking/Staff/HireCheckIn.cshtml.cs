using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>来館の受付: they are there; what is still to be paid stands beside it.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireCheckInModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    public DateTime Now { get; } = clock.UtcNow();

    /// <summary>How the money stands; null where nothing was ever owed.</summary>
    public Standing? Standing { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Hire.CheckIn(Now);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "来館を受け付けました。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync() => Standing = (await cashier.StandingAsync([Hire.Id])).GetValueOrDefault(Hire.Id);
}
