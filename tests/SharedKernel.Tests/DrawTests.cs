using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Kominkan.SharedKernel.Tests;

public class DrawTests
{
    private static readonly DrawEntry[] Entries =
    [
        new("AAAA2222", 1, 1, true),
        new("BBBB3333", 3, 1, true),
        new("CCCC4444", 2, 1, false),
        new("DDDD5555", 1, 2, true),
    ];

    /// <summary>Computed with another program (Python's hashlib): whoever changes the algorithm breaks every published draw.</summary>
    [Fact]
    public void The_order_is_that_of_the_published_algorithm()
    {
        Assert.Equal(["DDDD5555", "CCCC4444", "BBBB3333", "AAAA2222"], Draw.Order("seed", Entries).Select(e => e.Code));
        Assert.Equal("0463bb2df515ad2278615b53881595efc4f8dae8b1a7f67e794e8212e9b6c171", Draw.Hash(Draw.FirstFormat, 3, "source", "rule", Entries));
        Assert.Equal("d30ea12df9b67bf3b48813db3b7f9981c568cd02809c21407bbfb3afd3842c84", Draw.Hash(Draw.Format, 3, "source", "rule", Entries));
    }

    [Fact]
    public void A_group_comes_together_or_is_passed_over_and_the_rest_fit_in()
    {
        var results = Draw.Allot(4, [Entries[2], Entries[1], Entries[0], Entries[3]]);

        Assert.Equal([new("CCCC4444", 2), new("BBBB3333", 0), new("AAAA2222", 1), new("DDDD5555", 1)], results);
        Assert.Equal(1, Draw.Allot(1, [Entries[2]]).Single().Seats);
    }

    [Property]
    public bool No_seat_is_given_twice_and_none_is_left_while_somebody_fits(PositiveInt seats, PositiveInt[] sizes, bool[] together)
    {
        var entries = sizes.Select((s, i) => new DrawEntry($"E{i:0000000}", (s.Get % 6) + 1, 1, i < together.Length && together[i])).ToList();
        var order = Draw.Order("seed", entries);
        var results = Draw.Allot(seats.Get, order);
        var left = seats.Get - results.Sum(r => r.Seats);
        return left >= 0 && order.Zip(results).All(p => p.First.Code == p.Second.Code && p.Second.Seats <= p.First.Size && (p.Second.Seats == p.First.Size || p.First.Size > left));
    }

    [Property]
    public bool The_order_does_not_depend_on_who_applied_first(NonEmptyString seed, int shuffle)
    {
        var shuffled = Entries.OrderBy(e => HashCode.Combine(e.Code, shuffle)).ToList();
        return Draw.Order(seed.Get, shuffled).SequenceEqual(Draw.Order(seed.Get, Entries)) && Draw.Hash(Draw.Format, 3, "s", "r", shuffled) == Draw.Hash(Draw.Format, 3, "s", "r", Entries);
    }

    [Fact]
    public void Two_tickets_win_about_twice_as_often_as_one()
    {
        DrawEntry[] two = [new("ONE22222", 1, 1, true), new("TWO33333", 1, 2, true)];
        var wins = Enumerable.Range(0, 3000).Count(i => Draw.Order($"seed {i}", two)[0].Code == "TWO33333");

        Assert.InRange(wins, 1900, 2100);
    }

    [Fact]
    public void A_file_published_before_the_rule_was_hashed_still_replays()
    {
        var draw = new PublishedDraw(Draw.FirstFormat, "陶芸", 1, 3, "規則", "公開の数", Draw.Hash(Draw.FirstFormat, 3, "公開の数", "", Entries), Entries, "123", Draw.Allot(3, Draw.Order("123", Entries)));
        Assert.Empty(PublishedDraw.Parse(draw.ToJson()).Differences());
    }

    [Fact]
    public void The_public_file_replays_and_tells_every_alteration()
    {
        var draw = new PublishedDraw(Draw.Format, "陶芸", 1, 3, "規則", "公開の数", Draw.Hash(Draw.Format, 3, "公開の数", "規則", Entries), Entries, "123", Draw.Allot(3, Draw.Order("123", Entries)));
        var read = PublishedDraw.Parse(draw.ToJson());

        Assert.Empty(read.Differences());
        Assert.NotEmpty((read with { Seed = "124" }).Differences().Concat((read with { Seed = "125" }).Differences()));
        Assert.NotEmpty((read with { Seats = 4 }).Differences());
        Assert.NotEmpty((read with { Rule = "市内の方は3口です。" }).Differences());
        Assert.NotEmpty((read with { Format = Draw.FirstFormat }).Differences());
        Assert.NotEmpty((read with { SeedSource = "ほかの数" }).Differences());
        Assert.NotEmpty((read with { Entries = [.. Entries.Skip(1)] }).Differences());
        Assert.NotEmpty((read with { Results = [.. read.Results!.Reverse()] }).Differences());
        Assert.Throws<RuleBroken>(() => PublishedDraw.Parse("{}"));
        Assert.Throws<RuleBroken>(() => PublishedDraw.Parse("これは違う"));
    }
}
