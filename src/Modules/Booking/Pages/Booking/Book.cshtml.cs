using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>予約 1/4 by bands: which of those that are free; the chosen ones are kept.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class BookModel(BookingDb db, TakeHire take, Quotes quotes, RuleBook book, RoomDays days, IRooms rooms, IHallDirectory directory, Alternatives alternatives) : SlotPage(days, rooms, directory, alternatives)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Bands and bands in a row that are free and have a price.</summary>
    public IReadOnlyList<Choice> Spans { get; private set; } = [];

    public bool SellsHours { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var slot = Wanted() ?? throw new RuleBroken("使う時間を選んでください。", "Input.Span");
        var draft = await take.HoldAsync(Room, slot, Input.UserClass, await HireCookie.FindAsync(HttpContext, db));
        HireCookie.Give(HttpContext, draft);
        return Redirect("/hires/new");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var prices = await quotes.PricesAsync(Id, Day);
        var (bands, fees, weekend) = ((await book.GetAsync()).BandsOn(Room.HallId, Day), await book.FeesAsync(), quotes.IsWeekend(Day));
        Spans = [.. from first in Enumerable.Range(0, bands.Count)
                    from last in Enumerable.Range(first, bands.Count - first)
                    let names = bands.Skip(first).Take(last - first + 1).Select(b => b.Name).ToList()
                    let fee = Fee.OfBands(prices, names)
                    where fee is not null && Plan.FreedomOf(Room, Day, bands[first].From, bands[last].To) == Freedom.Free
                    orderby names.Count, first
                    select new Choice($"{bands[first].From:H\\:mm}-{bands[last].To:H\\:mm}", $"{RoomPrice.Key(names)}　{Wording.Hours(bands[first].From, bands[last].To)}　{Wording.Money(fees.Complete(fee, new RoomSlot(Id, Day, bands[first].From, bands[last].To), Room.HallId, names.Count, weekend, Wishes.None).Sum(f => f.Yen))}")];
        if (!HttpMethods.IsPost(Request.Method))
        {
            // What was chosen stays chosen, even when somebody was faster.
            Input.Span = Spans.Select(s => s.Value).FirstOrDefault(s => s == $"{From}-{To}") ?? Spans.Select(s => s.Value).FirstOrDefault(s => Time(s.Split('-')[0]) == Time(From));
        }

        SellsHours = prices.Exists(p => p.Bands == RoomPrice.Hour);
        return null;
    }

    protected override RoomSlot? Wanted() =>
        Input.Span?.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start < end ? new RoomSlot(Id, Day, start, end) : null;

    internal sealed class InputModel
    {
        /// <summary>9:00-12:00</summary>
        [Display(Name = "使う時間")]
        public string? Span { get; set; }

        [Display(Name = "使う方")]
        public UserClass UserClass { get; set; }
    }
}
