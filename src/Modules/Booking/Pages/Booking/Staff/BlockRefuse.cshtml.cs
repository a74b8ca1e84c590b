using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Somebody else than who asked says no: the room is free again.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockRefuseModel(BookingDb db, RoomCalendar calendar, IRooms rooms, IHallDirectory directory, TimeProvider clock) : BlockPage(db, rooms, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Block.Answer(agrees: false, User.AccountId(), User.Identity?.Name ?? "", Now);
        await Db.SaveChangesAsync();
        await calendar.ReleaseAsync((await TakenAsync())?.Id ?? Guid.Empty);
        Notice.Say(Response, "部屋の申請を却下しました。部屋は空きに戻りました。");
        return Redirect(Home);
    }
}
