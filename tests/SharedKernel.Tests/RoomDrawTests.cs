namespace Kominkan.SharedKernel.Tests;

/// <summary>The draw of rooms by itself: the same for everybody who has the public file.</summary>
public sealed class RoomDrawTests
{
    private static readonly DateOnly Day = new(2027, 3, 6);
    private static readonly DrawRoom[] Rooms = [new("1", ["p1", "p2"]), new("2", ["p1"]), new("3", ["p2"]), new("4", ["p3"])];

    /// <summary>Computed with another program (Python's hashlib): whoever changes the algorithm breaks every published draw.</summary>
    [Fact]
    public void The_hash_is_that_of_the_published_algorithm()
    {
        WishEntry[] entries = [new("B", [One("1")]), new("A", [new DrawWish([Slot("2"), Slot("1", 13)]), One("2", 18)])];

        Assert.Equal("b3ce19b3d1c050fe8068f825703f957e351f2983c1ec1b54b4f99a340f01234b", RoomDraw.Hash(2, "公開の数", "決め方", [Rooms[1], Rooms[0]], entries));
    }

    [Fact]
    public void Each_gets_one_a_round_and_never_more_than_may_be_won()
    {
        WishEntry[] entries = [new("A", [One("2"), One("4"), One("2", 13)]), new("B", [One("2"), One("4"), One("2", 13)])];

        var results = RoomDraw.Allot("seed", 2, Rooms, entries, []);

        // The first has the room, the second the other one; in the second round what is left goes to the first.
        Assert.Equal([[1, 3], [2]], results.Select(r => r.Won.ToArray()));
        Assert.Equal(Draw.Order("seed", entries.Select(e => new DrawEntry(e.Code, 1, 1, true))).Select(e => e.Code), results.Select(r => r.Code));
    }

    [Fact]
    public void A_bundle_comes_whole_or_not_at_all()
    {
        WishEntry[] entries = [new("A", [new DrawWish([Slot("2"), Slot("4")]), One("4")])];

        Assert.Equal([1], RoomDraw.Allot("s", 3, Rooms, entries, [])[0].Won);
        Assert.Equal([2], RoomDraw.Allot("s", 3, Rooms, entries, [Slot("2")])[0].Won);
    }

    [Fact]
    public void A_whole_hall_and_its_parts_are_not_both_won_and_nobody_wins_two_rooms_at_one_time()
    {
        WishEntry[] entries = [new("A", [One("1")]), new("B", [One("2"), One("3")])];

        var won = RoomDraw.Allot("x", 2, Rooms, entries, []).ToDictionary(r => r.Code, r => r.Won);

        Assert.True(won["A"].Count == 1 ? won["B"].Count == 0 : won["B"] is [1]);
    }

    [Fact]
    public void Whoever_changes_a_letter_of_the_file_is_found_out()
    {
        WishEntry[] entries = [new("A", [One("2")]), new("B", [One("2"), One("4")])];
        var file = new PublishedRoomDraw(RoomDraw.Format, "朝日公民館 令和9年3月", 1, "決め方", "公開の数", RoomDraw.Hash(1, "公開の数", "決め方", Rooms, entries), Rooms, entries, "seed", [], RoomDraw.Allot("seed", 1, Rooms, entries, []));

        Assert.Empty(PublishedRoomDraw.TryParse(file.ToJson())!.Differences());
        Assert.NotEmpty((file with { Rule = "別の決め方" }).Differences());
        Assert.NotEmpty((file with { Entries = [new("A", [One("4")]), entries[1]] }).Differences());
        Assert.NotEmpty((file with { Seed = "other" }).Differences().Concat((file with { Results = [.. file.Results!.Reverse()] }).Differences()));
        Assert.NotEmpty((file with { Taken = [Slot("2")] }).Differences());
        Assert.Null(PublishedRoomDraw.TryParse("{}"));
    }

    private static DrawWish One(string room, int from = 9) => new([Slot(room, from)]);

    private static DrawSlot Slot(string room, int from = 9) => new(room, Day, new(from, 0), new(from + 3, 0));
}
