using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Rules of the city are data with dates, and head office changes them.</summary>
public sealed class RulePagesTests
{
    [Fact]
    public async Task A_new_band_takes_over_on_its_day()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/bands/new"), new { Name = "午前", Starts = "08:30", Ends = "12:00", From = "2026-12-10" });

        Assert.Contains("9:00–12:00", (await app.Visitor.OpenAsync("/rooms?hall=1&date=2026-12-09")).Find("thead").TextContent, StringComparison.Ordinal);
        Assert.Contains("8:30–12:00", (await app.Visitor.OpenAsync("/rooms?hall=1&date=2026-12-10")).Find("thead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_rule_is_set_and_ended_and_says_what_is_wrong()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var both = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/windows/new"), new { UserClass = "Group", Product = "Band", Months = 3, Days = 10, From = "2027-01-01" });
        Assert.Equal(["何か月先までか、何日前からかの、どちらか一方を入力してください。"], both.Errors);
        await office.SubmitAsync(both, new { Days = "" });
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/cancel-terms/new"), new { DaysBefore = 3, Percent = 20, RoundTo = 10, Article = "規則第8条", From = "2027-01-01" });
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/permit-forms/new"), new { Title = "利用許可書", FormNumber = "様式第3号", Issuer = "熊本市長", Conditions = "火を使わないこと。", From = "2027-01-01" });

        foreach (var words in new[] { "3か月先の末日まで", "使用料の20％がかかる（10円未満は切り捨て、規則第8条）", "様式第3号、熊本市長", "R8.12.31 まで" })
        {
            Assert.Contains(words, list.Text, StringComparison.Ordinal);
        }

        var end = await office.OpenAsync(list.Find("a[href*='/cancel-terms/'][href$='/end']").GetAttribute("href")!);
        Assert.Equal(["終わりの日は、きのうから後の日にしてください。"], (await office.SubmitAsync(end, new { LastDay = "2001-01-01" })).Errors);
        await office.SubmitAsync(end, new { LastDay = "2027-12-31" });
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().CancelTerms.CountAsync(t => t.ValidTo == new DateOnly(2027, 12, 31))));
    }

    [Fact]
    public async Task A_price_ends_and_the_room_is_no_longer_sold_for_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var price = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Prices.SingleAsync(p => p.RoomId == room.Id && p.Bands == "午前"));

        Assert.Contains("研修室1 午前", (await office.OpenAsync("/staff/booking-rules/prices?hall=1")).Text, StringComparison.Ordinal);
        await office.SubmitAsync(await office.OpenAsync($"/staff/booking-rules/prices/{price.Id}/end"), new { LastDay = "2026-11-30" });

        var book = await app.Visitor.OpenAsync(City.Book(room));
        Assert.DoesNotContain("9:00-12:00", book.Document.QuerySelectorAll("input[name='Input.Span']").Select(i => i.GetAttribute("value")));
        Assert.Contains("13:00-17:00", book.Document.QuerySelectorAll("input[name='Input.Span']").Select(i => i.GetAttribute("value")));
    }
}
