using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Numbers of the city that hiring goes by, from the day on that head office says.</summary>
public sealed class CityNumbersTests
{
    [Fact]
    public async Task How_long_a_room_waits_for_an_answer_is_the_citys_to_decide()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("3日のうちに", (await office.OpenAsync("/staff/room-blocks/new")).Text, StringComparison.Ordinal);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/booking.block-days"), new { Value = 5, From = "2026-11-24" });
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await next.OpenAsync("/staff/room-blocks/new");
        Assert.Contains("5日のうちに", form.Text, StringComparison.Ordinal);
        await next.SubmitAsync(form, new { RoomId = (await app.RoomAsync()).Id, Date = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), From = "09:00", To = "12:00", Reason = "館の催し" });
        Assert.Equal(app.Clock.UtcNow().AddDays(5), (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Blocks.SingleAsync())).AnswerBy);
    }

    [Fact]
    public async Task How_long_what_was_typed_is_kept_is_the_citys_to_decide()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/booking.draft-hours"), new { Value = 48, From = "2026-11-24" });
        await app.Visitor.KeepAsync(await app.RoomAsync());
        app.Clock.Advance(TimeSpan.FromHours(47));
        await app.RunJobAsync("booking.forget-holds");
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Drafts.CountAsync()));
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.RunJobAsync("booking.forget-holds");
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Drafts.CountAsync()));
    }
}
