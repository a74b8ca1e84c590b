using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>What 今日 says of hires.</summary>
public sealed class TodayTests
{
    [Fact]
    public async Task Heads_are_asked_for_once_the_hire_has_begun()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 8, 45, 0, TimeSpan.FromHours(9)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));
        Assert.DoesNotContain("人数を入れる", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("人数を入れる", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
    }
}
