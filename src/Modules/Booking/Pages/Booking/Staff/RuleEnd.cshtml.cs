using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A rule ends without a next one.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class RuleEndModel(KeepRule keep, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public string Kind { get; set; } = "";

    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public RuleRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Input.LastDay < clock.Today().AddDays(-1))
        {
            throw new RuleBroken("終わりの日は、きのうから後の日にしてください。", "Input.LastDay");
        }

        await keep.EndAsync(Row.Rule, Input.LastDay!.Value);
        Notice.Say(Response, $"規則は{Input.LastDay.Value.Long()}で終わります。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await keep.FindAsync(Kind, Id) is not { } rule)
        {
            return NotFound();
        }

        Row = RuleRow.Of(rule, await directory.GetAsync(), ((rule as RoomPrice)?.RoomId ?? (rule as LotteryRule)?.RoomId) is { } room ? (await rooms.FindAsync(room))?.Name : null);
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "規則の終わりの日")]
        public DateOnly? LastDay { get; set; }
    }
}
