using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>予約 2/4: who hires, for what and with how many.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewHireModel(BookingDb db, RoomCalendar calendar, Quotes quotes, Caps caps, Points points, IRooms rooms, IHallDirectory directory, Alternatives alternatives, IFamilyRecords families, RuleBook book, Stock stock, TimeProvider clock)
    : DraftPage(db, calendar, quotes, rooms, directory, alternatives, clock), IAsking
{
    [BindProperty] public WebHireInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    /// <summary>Somebody of the family of who is signed in, to fill the form in with.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Who { get; set; }

    public WishForm Wishes { get; private set; } = null!;

    public IReadOnlyList<FamilyRecord> Family { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = WebHireInput.From(Draft.Json);
        if (Family.FirstOrDefault(f => f.PersonId == Who) is { } member)
        {
            Input.FillIn(member.Details);
        }

        Wishes = new WishForm(Input, await book.FeesAsync(), Room.HallId, Draft.Date, (await book.GetAsync()).TiedSurchargesOn(Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        // Tried as it will be made, so that what is refused is refused beside its box.
        var order = (await book.GetAsync()).Settle(Input.ToOrder(Draft, Quote), Today);
        (await book.FeesAsync()).Demand(order, Room.HallId, Draft.Date);
        await stock.DemandAsync(RoomHire.Book(Room, Draft.Slot, order, (await Quotes.OfAsync(Room, Draft.Slot, order.Wishes)).Demand(), Draft.ExpiresAt));
        await points.DemandAsync(Draft.UserClass, order.Hirer);
        await caps.DemandAsync(Draft.UserClass, order.Hirer, Draft.Date, RoomPrice.Key(Quote.Bands));
        // What goes with the tie is not theirs to tick: were it kept, it would stay when the tie is another.
        Input.Extras = [.. order.Wishes.Extras.Where(e => e != order.Tie.Surcharge)];
        Draft.Write(Input.ToJson());
        await Db.SaveChangesAsync();
        return Redirect("/hires/new/confirm");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Wishes = new WishForm(Input, await book.FeesAsync(), Room.HallId, Draft.Date, (await book.GetAsync()).TiedSurchargesOn(Today));
        Family = User.ResidentId() is { } account ? await families.OfAsync(account) : [];
        return null;
    }
}
