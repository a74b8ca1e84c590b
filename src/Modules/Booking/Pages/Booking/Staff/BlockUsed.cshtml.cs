using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>How many came to what the hall kept the room for: without it nobody knows that it was used.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockUsedModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : BlockPage(db, rooms, directory, clock)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Block.Report(Input.Came!.Value, Now);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "来た人数を保存しました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "来た人数")]
        public int? Came { get; set; }
    }
}
