using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>The room is not needed after all.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockWithdrawModel(BookingDb db, RoomCalendar calendar, IRooms rooms, IHallDirectory directory, TimeProvider clock) : BlockPage(db, rooms, directory, clock)
{
    public string? WhyNotWithdraw => MayWithdraw ? null : "この申請は、もう終わっています。";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Block.Withdraw(Now);
        await Db.SaveChangesAsync();
        await calendar.ReleaseAsync((await TakenAsync())?.Id ?? Guid.Empty);
        Notice.Say(Response, "部屋の申請を取り消しました。部屋は空きに戻りました。");
        return Redirect(Home);
    }
}
