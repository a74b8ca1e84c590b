using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Somebody else than who asked agrees: the room is the hall's.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockApproveModel(BookingDb db, SpaceLock spaceLock, IRooms rooms, IHallDirectory directory, TimeProvider clock) : BlockPage(db, rooms, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        // Behind the room's lock: at its last minute somebody may be about to clear it away.
        await spaceLock.TakeAsync((await Rooms.FindAsync(Block.RoomId))!.Spaces);
        Block.Answer(agrees: true, User.AccountId(), User.Identity?.Name ?? "", Now);
        (await TakenAsync() ?? throw new RuleBroken("返事の期限を過ぎたため、部屋はもう空けました。")).KeepForGood();
        await Db.SaveChangesAsync();
        Notice.Say(Response, "部屋の申請を承認しました。");
        return Redirect(Home);
    }
}
