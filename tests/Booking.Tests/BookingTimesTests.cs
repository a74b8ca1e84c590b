using Kominkan.Booking.Contracts;
using Kominkan.Booking.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>When booking opens: the sample's halls close on Mondays, or the next day that is no holiday, and from 29 December to 3 January.</summary>
public sealed class BookingTimesTests
{
    [Theory]
    // 1 December 2026 is a Tuesday.
    [InlineData("2027-04-30", "Group", "Band", "Web", "2026-12-01 12:00")]
    [InlineData("2027-04-01", "Group", "Band", "Phone", "2026-12-02 08:30")]
    [InlineData("2027-02-28", "Group", "Hourly", "Web", "2026-12-01 12:00")]
    // 1 February 2027 is a Monday: the web on Tuesday, the desk on Wednesday.
    [InlineData("2027-06-05", "Group", "Band", "Web", "2027-02-02 12:00")]
    [InlineData("2027-06-05", "Group", "Band", "Counter", "2027-02-03 08:30")]
    // Over New Year: 4 January 2027 is a Monday.
    [InlineData("2027-05-15", "Group", "Band", "Web", "2027-01-05 12:00")]
    [InlineData("2026-12-19", "Individual", "Band", "Web", "2026-12-05 12:00")]
    [InlineData("2026-12-19", "Individual", "Hourly", "Phone", "2026-12-05 08:30")]
    public async Task Opens(string use, string user, string product, string channel, string opens)
    {
        await using var app = await City.StartAsync();
        var hall = await app.HallAsync();

        var at = await app.DoAsync(s => s.GetRequiredService<BookingTimes>().OpensAsync(hall.Id, DateOnly.Parse(use, null), Enum.Parse<UserClass>(user), Enum.Parse<HireProduct>(product), Enum.Parse<HireChannel>(channel)));

        Assert.Equal(opens, at!.Value.InJapan().ToString("yyyy-MM-dd HH:mm", null));
    }

    [Fact]
    public async Task Before_the_moment_the_web_refuses_and_from_it_on_it_takes()
    {
        await using var app = await City.StartAsync();
        var (room, slot) = (await app.RoomAsync(), new DateOnly(2027, 4, 3));
        Task<string?> WhyNot() => app.DoAsync(s => s.GetRequiredService<BookingTimes>().WhyNotAsync(room.HallId, new RoomSlot(room.Id, slot, new(9, 0), new(12, 0)), UserClass.Group, HireProduct.Band, HireChannel.Web));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 11, 59, 0, TimeSpan.FromHours(9)));

        Assert.Equal("予約の受付は令和8年12月1日（火）正午からです。", await WhyNot());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await WhyNot());
    }

    [Theory]
    [InlineData("2026-12-07", 9, 12, "この日は休館です（月曜休館）。ほかの日を選んでください。")]
    [InlineData("2026-12-05", 8, 12, "開館は午前9時から午後10時までです。その間で選んでください。")]
    [InlineData("2026-11-22", 9, 12, "始まる時刻を過ぎています。これからの時間を選んでください。")]
    public async Task What_cannot_be_booked_is_refused_with_the_reason(string date, int from, int to, string sentence)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();

        var why = await app.DoAsync(s => s.GetRequiredService<BookingTimes>().WhyNotAsync(room.HallId, new RoomSlot(room.Id, DateOnly.Parse(date, null), new(from, 0), new(to, 0)), UserClass.Group, HireProduct.Band, HireChannel.Web));

        Assert.Equal(sentence, why);
    }
}
