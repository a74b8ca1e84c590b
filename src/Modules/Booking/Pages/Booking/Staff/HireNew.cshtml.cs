using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>代行予約: who telephones or comes stands under the same rules as the web, with the desk's opening moment.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HireNewModel(BookingDb db, TakeHire take, RoomDays days, RuleBook book, Quotes quotes, IRooms rooms, IHallDirectory directory, Alternatives alternatives, IPeople people, HallScope scope, IAudit audit, TimeProvider clock) : PageModel, IFormPage, IAsking
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public DeskInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    [BindProperty(SupportsGet = true)] public string? Date { get; set; }

    /// <summary>Somebody on record: the form begins with what is known.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Person { get; set; }

    /// <summary>The booking that was just taken in.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Done { get; set; }

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public RoomHire? Taken { get; private set; }

    public IReadOnlyList<TimeBand> Bands { get; private set; } = [];

    public WishForm Wishes { get; private set; } = null!;

    /// <summary>What the room costs on the day: by bands, and by the hour.</summary>
    public IReadOnlyList<string> Prices { get; private set; } = [];

    public IReadOnlyList<RoomTime> Uses { get; private set; } = [];

    public IReadOnlyList<Alternative>? Elsewhere { get; private set; }

    public DateOnly Day => Input.Date ?? JapaneseEra.TryParse(Date) ?? clock.Today();

    public async Task<IActionResult> OnGetAsync()
    {
        (Input.Key, Input.Date) = (Guid.NewGuid(), Day); // v4: nobody may guess another form's key
        var card = Person is { } who ? await people.FindSeenAsync(User, who) : null;
        if (card is not null)
        {
            Input.FillIn(card.Details);
            Input.PersonId = card.Id;
        }

        Taken = Done is { } id ? await db.Hires.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.RoomId == Id) : null;
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var hire = await take.TakeInAsync(Room, new RoomSlot(Id, Input.Date!.Value, Input.From!.Value, Input.To!.Value), Input.ToDeskOrder(Input.Key));
        hire.LinkTo(Input.PersonId is { } known ? (await people.FindAsync(known))?.Id : null);
        db.HireActs.Add(HireAct.Of(hire, HireActKind.Booked, User.AccountId(), clock.UtcNow()));
        await db.SaveChangesAsync();
        return Redirect($"/staff/rooms/{Id}/hires/new?date={hire.Date:yyyy-MM-dd}&done={hire.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await rooms.FindAsync(Id) is not { IsLibrary: false } room || !scope.Contains(room.HallId) || (await directory.GetAsync()).Find(room.HallId) is not { } hall)
        {
            return NotFound();
        }

        (Room, Hall, Bands) = (room, hall, (await book.GetAsync()).BandsOn(room.HallId, Day));
        Wishes = new WishForm(Input, await book.FeesAsync(), room.HallId, Day, (await book.GetAsync()).TiedSurchargesOn(clock.Today()));
        var prices = await quotes.PricesAsync(Id, Day);
        Prices = [.. (await quotes.SpansAsync(room, Day, prices)).Select(s => $"{s.Bands} {Wording.Money(s.Yen)}"), .. prices.Where(p => p.Bands == RoomPrice.Hour).Select(p => $"1時間 {Wording.Money(p.Yen)}")];
        Uses = [.. (await days.PlanAsync(room.HallId, Day)).Of(room)];
        if (!ModelState.IsValid && Input is { Date: { } date, From: { } from, To: { } to } && from < to && from.Minute % Cells.Minutes == 0 && to.Minute % Cells.Minutes == 0)
        {
            Elsewhere = await alternatives.FindAsync(room, new RoomSlot(Id, date, from, to));
        }

        if (Taken is not null || Input.PersonId is not null)
        {
            await audit.SawAsync(new Sight(Act.View, "部屋の代行予約", Taken is { } seen ? [new(Seeing.Kind, seen.Id)] : [new(SubjectKinds.Person, Input.PersonId!.Value)]) { HallId = room.HallId });
        }

        return null;
    }
}
