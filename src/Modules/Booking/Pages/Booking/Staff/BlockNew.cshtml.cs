using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Asks for a room with a reason; it is kept until somebody else has answered.</summary>
[Authorize(BookingModule.Blocks)]
internal sealed class BlockNewModel(BookingDb db, RoomCalendar calendar, IRooms rooms, IHallDirectory directory, HallScope scope, ICityRules rules, TimeProvider clock) : PageModel, IFormPage
{
    /// <summary>Days somebody else has to answer in.</summary>
    public int Days { get; private set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await rooms.FindAsync(Input.RoomId!.Value) is not { } room || !scope.Contains(room.HallId))
        {
            throw new RuleBroken("部屋を選び直してください。", "Input.RoomId");
        }

        var now = clock.UtcNow();
        var slot = new RoomSlot(room.Id, Input.Date!.Value, Input.From!.Value, Cells.EndOf(Input.To!.Value));
        if (slot.Date < clock.Today())
        {
            throw new RuleBroken("過ぎた日の部屋は申請できません。", "Input.Date");
        }

        var block = RoomBlock.Ask(room, slot, Input.Kind, Input.Reason, User.AccountId(), User.Identity?.Name ?? "", now, now.AddDays(await rules.OnAsync(RoomBlock.Days, clock.Today())));
        db.Blocks.Add(block);
        await calendar.PutAsync(new RoomUse(slot, block.Kind, block.Reason, block.Id, $"/staff/room-blocks/{block.Id}"), block.AnswerBy);
        Notice.Say(Response, "部屋を申請しました。ほかの職員に承認を頼んでください。");
        return Redirect($"/staff/room-blocks/{block.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var choices = new List<Choice>();
        foreach (var hall in (await directory.GetAsync()).All.Where(h => scope.Contains(h.Id)))
        {
            choices.AddRange((await rooms.OfHallAsync(hall.Id)).Select(r => new Choice(r.Id.ToString(), $"{hall.ShortName}　{r.Name}")));
        }

        (Rooms, Days) = (choices, await rules.OnAsync(RoomBlock.Days, clock.Today()));
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "部屋")]
        public Guid? RoomId { get; set; }

        [Required, Display(Name = "利用日")]
        public DateOnly? Date { get; set; }

        [Required, Display(Name = "始まり")]
        public TimeOnly? From { get; set; }

        [Required, Display(Name = "終わり")]
        public TimeOnly? To { get; set; }

        [Display(Name = "使いみち")]
        public RoomUseKind Kind { get; set; } = RoomUseKind.OwnProgram;

        [Required, Display(Name = "理由"), StringLength(80)]
        public string Reason { get; set; } = "";
    }
}
