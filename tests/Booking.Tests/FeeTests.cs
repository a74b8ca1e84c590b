using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;

namespace Kominkan.Booking.Tests;

/// <summary>The table of fees of a real city's lecture room (Daito), where going through is not always the sum.</summary>
public sealed class FeeTests
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private static readonly Room Room = new(Guid.NewGuid(), Guid.NewGuid(), "1", "講座室1", 40, [Guid.NewGuid()]);

    private static readonly IReadOnlyList<RoomPrice> Daito =
    [
        Price("午前", 400), Price("午後", 600), Price("夜間", 800), Price("午前・午後", 900), Price("午後・夜間", 1300), Price("午前・午後・夜間", 1700), Price(RoomPrice.Hour, 250),
    ];

    [Theory]
    [InlineData("午前", 400)]
    [InlineData("午後", 600)]
    [InlineData("夜間", 800)]
    [InlineData("午前・午後", 900)]
    [InlineData("午後・夜間", 1300)]
    [InlineData("午前・午後・夜間", 1700)]
    public void Bands_together_have_their_own_price_where_the_table_says_so(string bands, int yen) =>
        Assert.Equal(yen, Assert.Single(Fee.OfBands(Daito, bands.Split('・'))!).Yen);

    [Fact]
    public void Without_a_price_of_their_own_each_band_is_paid_and_each_yen_explained()
    {
        var lines = Fee.OfBands([.. Daito.Where(p => p.Bands != "午前・午後")], ["午前", "午後"])!;

        Assert.Equal([("午前の使用料", 400, "条例別表"), ("午後の使用料", 600, "条例別表")], lines.Select(l => (l.Label, l.Yen, l.Article)));
    }

    [Fact]
    public void Where_one_price_is_missing_nobody_is_charged_by_guess() =>
        Assert.Null(Fee.OfBands([.. Daito.Where(p => p.Bands is "午前")], ["午前", "午後"]));

    [Theory]
    [InlineData("9:00", "10:00", 250)]
    [InlineData("9:00", "10:15", 500)]
    [InlineData("13:30", "16:30", 750)]
    public void An_hour_begun_is_paid(string from, string to, int yen) =>
        Assert.Equal(yen, Assert.Single(Fee.OfHours(Daito, TimeOnly.Parse(from, null), TimeOnly.Parse(to, null))!).Yen);

    [Theory]
    [InlineData(1010, 50, 10, 500)]
    [InlineData(1010, 50, 1, 505)]
    [InlineData(1010, 100, 10, 1010)]
    [InlineData(1010, 0, 10, 0)]
    [InlineData(0, 50, 10, 0)]
    public void What_is_owed_is_a_share_rounded_down_and_never_more_than_the_fee(int yen, int percent, int roundTo, int owed) =>
        Assert.Equal(owed, CancelTerm.Set(0, percent, roundTo, "規則", Since).Owed(yen));

    [Fact]
    public void A_new_price_ends_the_old_one_the_day_before_and_leaves_others_alone()
    {
        var (old, other) = (Price("午前", 400), Price("午後", 600));
        var now = RoomPrice.Set(Room, "午前", 500, "条例別表", new(2027, 4, 1));

        now.TakeOver([old, other]);

        Assert.Equal(new DateOnly(2027, 3, 31), old.ValidTo);
        Assert.Null(other.ValidTo);
        Assert.Throws<RuleBroken>(() => RoomPrice.Set(Room, "午前", 600, "条例別表", new(2027, 4, 1)).TakeOver([old, now, other]));
    }

    private static RoomPrice Price(string bands, int yen) => RoomPrice.Set(Room, bands, yen, "条例別表", Since);
}
