using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Pages.Booking.Lotteries;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who comes to the desk or telephones takes part in the draw like those on the web, in the same window.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class LotteryEntryNewModel(BookingDb db, EnterLottery enter, DrawnRooms drawn, RuleBook book, TimeProvider clock) : PageModel, IFormPage, IAsking, IWishing
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public DeskEnterInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    IWishes IWishing.Input => Input;

    public WishChoices Choices { get; private set; } = null!;

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var entry = await enter.EnterAsync(Id, Input.ToDeskOrder(Guid.NewGuid()) with { UserClass = UserClass.Group }, WishInput.Read(Input.Wishes, Choices.Rooms));
        Notice.Say(Response, $"抽選の申し込みを受け付けました。受付番号{entry.Number}を伝えてください。");
        return Redirect($"/staff/lottery-entries/{entry.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id) is not { } lottery)
        {
            return NotFound();
        }

        Input.Wishes = WishInput.Fill(Input.Wishes);
        (Choices, WhyNot) = (await WishChoices.OfAsync(lottery, drawn, book), lottery.WhyNotEnter(clock.UtcNow()));
        return null;
    }

    internal sealed class DeskEnterInput : DeskAskInput, IWishes
    {
        public List<WishInput> Wishes { get; set; } = [];
    }
}
