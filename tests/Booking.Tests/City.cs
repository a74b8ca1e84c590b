using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>The sample city's rooms with its rules, and what residents and clerks do with them.</summary>
internal static class City
{
    /// <summary>Who has a tie of which nothing need be seen, for who asks without a form.</summary>
    public static readonly HirerTie Lives = new() { Code = GivenRooms.Tie };

    /// <summary>Halls, rooms and the sample's rules: bands 9–12, 13–17, 18–22.</summary>
    public static async Task<KominkanApp> StartAsync(Action<IServiceCollection>? replace = null)
    {
        var app = await KominkanApp.StartAsync(replace: replace);
        await app.BookingRulesAsync();
        // Where anybody of the staff signs in, somebody must be able to manage them: a rule of verify.
        (await app.SignInAsync(RoleKeys.HeadOffice)).Dispose();
        return app;
    }

    /// <summary>Chooses a band and keeps it: the form stands open afterwards.</summary>
    public static async Task<Page> KeepAsync(this Browser browser, Room room, DateOnly? date = null, string span = "9:00-12:00", UserClass user = UserClass.Group) =>
        await browser.SubmitAsync(await browser.OpenAsync(Book(room, date)), new { Span = span, UserClass = user });

    /// <summary>Sends the form for a day on which the page shows none any more: it has stood open since before.</summary>
    public static async Task<Page> SendLateAsync(this Browser browser, Room room, DateOnly date)
    {
        var open = await browser.OpenAsync(Book(room, new(2027, 1, 9)));
        return await browser.SubmitAsync(open with { Url = new Uri(open.Url, Book(room, date)) }, new { Span = "9:00-12:00" });
    }

    /// <summary>Fills the form in and goes on to 確認.</summary>
    public static Task<Page> FillInAsync(this Browser browser, Page form, int n = 1, int people = 8, string group = "みどり書道会") => browser.SubmitAsync(form, new
    {
        GroupName = group,
        FamilyName = "中村",
        GivenName = "恵子",
        FamilyKana = "なかむら",
        GivenKana = "けいこ",
        Phone = $"090-0000-{n:0000}",
        Purpose = "書道の練習",
        GivenRooms.PurposeKind,
        GivenRooms.Tie,
        People = people,
        Promise = "true",
        Agree = "true",
    });

    /// <summary>The whole way to the receipt; its number.</summary>
    public static async Task<string> BookAsync(this Browser browser, Room room, DateOnly? date = null, string span = "9:00-12:00", int n = 1, string group = "みどり書道会")
    {
        var done = await browser.SubmitAsync(await browser.FillInAsync(await browser.KeepAsync(room, date, span), n, group: group));
        Assert.Equal("部屋の予約を受け付けました", done.Heading);
        return done.ReceiptNumber();
    }

    /// <summary>Looks a receipt number up, as who has no account does.</summary>
    public static async Task<Page> LookUpAsync(this Browser browser, string number, int n = 1) =>
        await browser.SubmitAsync(await browser.OpenAsync("/hires"), new { Number = number, Phone = $"090-0000-{n:0000}" });

    /// <summary>Gives the hire back with its numbers.</summary>
    public static async Task GiveBackAsync(this Browser browser, string number, int n = 1)
    {
        await browser.LookUpAsync(number, n);
        await browser.SubmitAsync(await browser.OpenAsync("/hires/cancel"));
    }

    /// <summary>Waits for a time that is taken; the page that says so.</summary>
    public static async Task<Page> WaitAsync(this Browser browser, Room room, DateOnly? date = null, string from = "09:00", string to = "12:00", int n = 2) =>
        await browser.FillInAsync(await browser.OpenAsync(Wait(room, date, from, to)), n, group: $"待つ会{n}");

    public static string Wait(Room room, DateOnly? date = null, string from = "09:00", string to = "12:00") => $"/rooms/{room.Id}/wait?date={date ?? Calendar.Day:yyyy-MM-dd}&from={from}&to={to}";

    public static Task<RoomWait> WaitAsync(this KominkanApp app, string number) => app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.AsNoTracking().SingleAsync(w => w.Number == number));

    public static string Book(Room room, DateOnly? date = null) => $"/rooms/{room.Id}/book?date={date ?? Calendar.Day:yyyy-MM-dd}";

    public static Task<RoomHire> HireAsync(this KominkanApp app, string number) => app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().Include(h => h.Fees).SingleAsync(h => h.Number == number));
}
