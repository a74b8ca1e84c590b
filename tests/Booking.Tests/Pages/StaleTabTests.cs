using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>What stood on the page is what is booked, cancelled and paid for, whatever was opened or decided since.</summary>
public sealed class StaleTabTests
{
    [Fact]
    public async Task Who_kept_another_room_in_a_second_tab_is_shown_which_one_before_it_is_booked()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var first = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room));
        await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room, span: "18:00-22:00"));

        var refused = await app.Visitor.SubmitAsync(first);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("午後6時", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        Assert.Equal("部屋の予約を受け付けました", (await app.Visitor.SubmitAsync(refused)).Heading);
    }

    [Fact]
    public async Task The_hire_that_is_cancelled_is_the_one_that_was_shown()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var (one, other) = (await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(room, span: "18:00-22:00"));
        await LookUpAsync(app, one);
        var stale = await app.Visitor.OpenAsync("/hires/cancel");
        await LookUpAsync(app, other);

        Assert.Equal(HttpStatusCode.Conflict, (await app.Visitor.SubmitAsync(stale)).Status);
        Assert.Equal((HireState.Booked, HireState.Booked), ((await app.HireAsync(one)).State, (await app.HireAsync(other)).State));
    }

    [Fact]
    public async Task Who_was_too_late_for_a_band_keeps_no_other_one_instead()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var slow = app.NewBrowser();
        var form = await slow.OpenAsync(City.Book(room) + "&from=09:00&to=12:00");
        await app.Visitor.KeepAsync(room, span: "18:00-22:00");

        Assert.Equal(HttpStatusCode.Conflict, (await slow.SubmitAsync(form, new { Span = "18:00-22:00", UserClass = UserClass.Group })).Status);
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync()));
    }

    [Fact]
    public async Task A_time_off_the_quarter_of_an_hour_is_refused_and_not_the_programs_fault()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();

        Assert.InRange((int)(await app.Visitor.KeepAsync(room, span: "9:07-10:03")).Status, 400, 499);
    }

    [Theory]
    [InlineData("昼", "11:00", "14:00", "2026-12-01", "時間が重なります")]
    [InlineData("1時間", "22:00", "22:30", "2026-12-01", "使えません")]
    [InlineData("早朝", "07:00", "08:00", "2026-11-01", "今日から10年")]
    public async Task A_band_over_another_one_or_in_the_past_is_refused(string name, string starts, string ends, string from, string sentence)
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/bands/new"), new { Name = name, Starts = starts, Ends = ends, From = from });

        Assert.Contains(refused.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
    }

    private static async Task LookUpAsync(KominkanApp app, string number) =>
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires"), new { Number = number, Phone = "090-0000-0001" });
}
