using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>抽選の申し込み: a group's ranked wishes, and how to reach it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LotteryEnterModel(BookingDb db, EnterLottery enter, DrawnRooms drawn, RuleBook book, ReceiptPass pass, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage, IAsking, IWishing
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public EnterInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    IWishes IWishing.Input => Input;

    public WishChoices Choices { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var order = Input.ToOrder(HireChannel.Web, Guid.NewGuid()) with { UserClass = UserClass.Group, AccountId = User.ResidentId() };
        var entry = await enter.EnterAsync(Id, order, WishInput.Read(Input.Wishes, Choices.Rooms));
        pass.Give(HttpContext, EntryPage.Cookie, "/lotteries", entry.Id);
        return Redirect("/lotteries/mine");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id) is not { } lottery)
        {
            return NotFound();
        }

        Input.Wishes = WishInput.Fill(Input.Wishes);
        (Choices, Place, WhyNot) = (await WishChoices.OfAsync(lottery, drawn, book), (await directory.GetAsync()).NameOf(lottery.HallId), lottery.WhyNotEnter(clock.UtcNow()));
        return null;
    }

    internal sealed class EnterInput : WebHireInput, IWishes
    {
        public List<WishInput> Wishes { get; set; } = [];
    }
}
