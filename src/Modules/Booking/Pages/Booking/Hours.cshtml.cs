using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>予約 1/4 by the hour: from when to when; the time is kept.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HoursModel(BookingDb db, TakeHire take, Quotes quotes, BookingTimes times, RoomDays days, IRooms rooms, IHallDirectory directory, Alternatives alternatives) : SlotPage(days, rooms, directory, alternatives)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public RoomPrice? Price { get; private set; }

    public BookableDay Bookable { get; private set; } = null!;

    public IReadOnlyList<string> Taken { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var draft = await take.HoldAsync(Room, new RoomSlot(Id, Day, Input.From!.Value, Input.To!.Value), Input.UserClass, await HireCookie.FindAsync(HttpContext, db), ClientAddress.Of(HttpContext));
        HireCookie.Give(HttpContext, draft);
        return Redirect("/hires/new");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Bookable = await times.DayAsync(Room, Day, HireProduct.Hourly);
        if (Bookable.WhyNot is null && HttpMethods.IsGet(Request.Method))
        {
            Input.UserClass = LookedAs is { } looked && Bookable.Classes.Contains(looked) ? looked : Bookable.Classes[0];
        }

        (Input.From, Input.To) = (Input.From ?? Time(From), Input.To ?? Time(To));
        Price = (await quotes.PricesAsync(Id, Day)).Find(p => p.Bands == RoomPrice.Hour);
        Taken = [.. Plan.Of(Room).Select(t => Wording.Hours(t.From, t.To))];
        return null;
    }

    protected override RoomSlot? Wanted() => Input is { From: { } from, To: { } to } && from < to && from.Minute % Cells.Minutes == 0 && to.Minute % Cells.Minutes == 0 ? new RoomSlot(Id, Day, from, to) : null;

    internal sealed class InputModel
    {
        [Required, Display(Name = "始まりの時刻")]
        public TimeOnly? From { get; set; }

        [Required, Display(Name = "終わりの時刻")]
        public TimeOnly? To { get; set; }

        [Display(Name = "使う方")]
        public UserClass UserClass { get; set; }
    }
}
