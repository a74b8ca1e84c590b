using Kominkan.Facilities.Domain;

namespace Kominkan.Facilities.Tests.Domain;

public sealed class HallTests
{
    private static readonly HallFacts Facts = new("熊本市中央公民館", Guid.NewGuid(), "熊本市中央区草葉町5番1号", null, "熊本市", "096-000-0101");

    [Fact]
    public void Versions_never_overlap_in_whatever_order_they_come()
    {
        var hall = Hall.Open("1", null, new(2012, 4, 1), Facts);
        hall.Describe(new(2030, 4, 1), Facts with { Name = "三" });
        hall.Describe(new(2020, 4, 1), Facts with { Name = "二" });
        hall.Describe(new(2010, 4, 1), Facts with { Name = "零" });
        var versions = hall.Details.OrderBy(d => d.ValidFrom).ToList();
        Assert.Equal([new DateOnly(2012, 3, 31), new(2020, 3, 31), new(2030, 3, 31), null], versions.Select(v => v.ValidTo));
        Assert.Equal("二", hall.NameOn(new(2026, 11, 23)));
    }

    [Fact]
    public void A_version_of_the_same_first_day_is_corrected()
    {
        var hall = Hall.Open("1", null, new(2012, 4, 1), Facts);
        hall.Describe(new(2012, 4, 1), Facts with { Phone = " ０９６-000-0199 " });
        Assert.Equal("０９６-000-0199", Assert.Single(hall.Details).Phone);
    }

    [Theory]
    [InlineData("17-1")]
    [InlineData("0")]
    [InlineData("一")]
    [InlineData("")]
    public void A_hall_has_a_plain_number(string no) =>
        Assert.Throws<RuleBroken>(() => Hall.Open(no, null, new(2012, 4, 1), Facts));

    [Fact]
    public void A_branch_has_the_number_of_its_hall_and_its_own()
    {
        var hall = Hall.Open("17", null, new(2012, 4, 1), Facts);
        Assert.Equal(hall.Id, Hall.Open("17-1", hall, new(2012, 4, 1), Facts).ParentId);
        Assert.Throws<RuleBroken>(() => Hall.Open("18-1", hall, new(2012, 4, 1), Facts));
        Assert.Throws<RuleBroken>(() => Hall.Open("18", hall, new(2012, 4, 1), Facts));
    }

    [Fact]
    public void A_room_is_the_sum_of_its_parts()
    {
        var hall = Guid.NewGuid();
        var whole = MeetingRoom.Make(hall, "101", "ホール", 100, new(2012, 4, 1), [], null);
        var front = MeetingRoom.Make(hall, "101-1", "前", 60, new(2012, 4, 1), [whole], whole);
        var back = MeetingRoom.Make(hall, "101-2", "後ろ", 40, new(2012, 4, 1), [whole, front], whole);
        Assert.Equal(whole.Spaces.Select(s => s.Id), front.Spaces.Concat(back.Spaces).Select(s => s.Id));
        Assert.True(front.IsPartOf(whole) && back.IsPartOf(whole) && !whole.IsPartOf(front) && !front.IsPartOf(back));
        Assert.Throws<RuleBroken>(() => MeetingRoom.Make(hall, "101", "別", 10, new(2012, 4, 1), [whole], null));
        Assert.Throws<RuleBroken>(() => MeetingRoom.Make(hall, "102", "別", 0, new(2012, 4, 1), [whole], null));
    }
}
