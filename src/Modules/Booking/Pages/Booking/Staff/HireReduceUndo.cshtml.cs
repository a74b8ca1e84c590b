using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A reduction granted by mistake: exactly what it took off is charged again.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireReduceUndoModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ChargeHirers charge, TimeProvider clock) : StaffHirePage(db, rooms, directory, audit)
{
    [FromRoute] public int Line { get; set; }

    /// <summary>Null where the line is no reduction.</summary>
    public HireFee? Granted { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Hire.TakeBackReduction(Line, User.Identity?.Name ?? "", clock.UtcNow());
        await Db.SaveChangesAsync();
        await charge.SayAsync([Hire]);
        Notice.Say(Response, $"減免を取り消しました。使用料は{Wording.Money(Hire.Yen)}です。");
        return Redirect(Home);
    }

    protected override Task LoadMoreAsync()
    {
        Granted = Hire.Fees.FirstOrDefault(f => f.Line == Line && f.IsReduction);
        return Task.CompletedTask;
    }
}
