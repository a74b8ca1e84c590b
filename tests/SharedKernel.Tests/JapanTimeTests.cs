using Microsoft.Extensions.Time.Testing;

namespace Kominkan.SharedKernel.Tests;

public sealed class JapanTimeTests
{
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "2026-03-31")]
    [InlineData("2026-03-31T15:00:00Z", "2026-04-01")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    public void Today_is_the_date_in_Japan(string instant, string date)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), clock.Today());
    }

    [Fact]
    public void A_day_and_a_time_in_Japan_are_an_instant()
    {
        var instant = new DateOnly(2026, 4, 1).ToUtc(new TimeOnly(9, 0));
        Assert.Equal(new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
        Assert.Equal(new DateTime(2026, 4, 1, 9, 0, 0), instant.InJapan());
    }
}
