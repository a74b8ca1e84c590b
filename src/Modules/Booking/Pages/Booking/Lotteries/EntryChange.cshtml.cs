using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>抽選の希望を変える: until the draw is closed.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EntryChangeModel(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, EnterLottery enter, DrawnRooms drawn, RuleBook book, TimeProvider clock)
    : EntryPage(db, pass, rooms, directory, clock), IWishing
{
    [BindProperty] public ChangeInput Input { get; set; } = new();

    IWishes IWishing.Input => Input;

    public WishChoices Choices { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        (Input.Wishes, Input.People) = (WishInput.Of(Entry.Wishes), Entry.People);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        DemandShown();
        await enter.ChangeAsync(Entry.Id, Input.People ?? 0, WishInput.Read(Input.Wishes, Choices.Rooms));
        Notice.Say(Response, "抽選の希望を変えました。");
        return Redirect("/lotteries/mine");
    }

    protected override async Task LoadMoreAsync() => (Choices, Input.Wishes) = (await WishChoices.OfAsync(Lottery, drawn, book), WishInput.Fill(Input.Wishes));

    internal sealed class ChangeInput : IWishes
    {
        public List<WishInput> Wishes { get; set; } = [];

        [Required, Display(Name = "人数")]
        public int? People { get; set; }
    }
}
