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
internal sealed class BookModel(BookingDb db, TakeHire take, Quotes quotes, BookingTimes times, RoomDays days, IRooms rooms, IHallDirectory directory, Alternatives alternatives) : SlotPage(days, rooms, directory, alternatives)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Bands and bands in a row that are free and have a price.</summary>
    public IReadOnlyList<Choice> Spans { get; private set; } = [];

    public bool SellsHours { get; private set; }

    public BookableDay Bookable { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var slot = Wanted() ?? throw new RuleBroken("使う時間を選んでください。", "Input.Span");
        var draft = await take.HoldAsync(Room, slot, Input.UserClass, await HireCookie.FindAsync(HttpContext, db), ClientAddress.Of(HttpContext));
        HireCookie.Give(HttpContext, draft);
        return Redirect("/hires/new");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Bookable = await times.DayAsync(Room, Day, HireProduct.Band);
        if (Bookable.WhyNot is not null)
        {
            return null;
        }

        var prices = await quotes.PricesAsync(Id, Day);
        Spans = [.. (await quotes.SpansAsync(Room, Day, prices)).Where(s => Bookable.Has(s.From, s.To) && Plan.FreedomOf(Room, Day, s.From, s.To) == Freedom.Free)
            .Select(s => new Choice($"{s.From:H\\:mm}-{s.To:H\\:mm}", $"{s.Bands}　{Wording.Hours(s.From, s.To)}　{Wording.Money(s.Yen)}"))];
        if (!HttpMethods.IsPost(Request.Method))
        {
            Input.UserClass = LookedAs is { } looked && Bookable.Classes.Contains(looked) ? looked : Bookable.Classes[0];
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
