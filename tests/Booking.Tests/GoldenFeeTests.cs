using System.Globalization;
using System.Runtime.CompilerServices;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;

namespace Kominkan.Booking.Tests;

/// <summary>Fees by the rules of real cities, reckoned by hand: see Golden/README.md.</summary>
public sealed class GoldenFeeTests
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private static readonly Room Room = new(Guid.NewGuid(), Guid.NewGuid(), "1", "講座室1", 40, [Guid.NewGuid()]);
    private static readonly ILookup<string, string[]> Rules = Read("rules.tsv").ToLookup(r => r[0]);

    private static readonly Dictionary<string, (TimeOnly From, TimeOnly To)> Bands = new()
    {
        ["午前"] = (new(9, 0), new(12, 0)),
        ["午後"] = (new(13, 0), new(17, 0)),
        ["夜間"] = (new(18, 0), new(22, 0)),
    };

    public static TheoryData<string, string, string, string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, string, string, string, int>();
        foreach (var c in Read("fees.tsv"))
        {
            cases.Add(c[0], c[1], c[2], c[3], c[4], int.Parse(c[5], CultureInfo.InvariantCulture));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hire_costs_what_the_citys_table_says_and_each_yen_is_explained(string city, string bands, string weekend, string extras, string reduction, int yen)
    {
        var names = bands.Split('・');
        var slot = new RoomSlot(Room.Id, new(2026, 12, 5), Bands[names[0]].From, Bands[names[^1]].To);
        var rules = new FeeRules([.. Of(city, "surcharge").Select(Surcharge)], [], []);
        var wishes = Wishes.None with { Extras = extras.Split('、', StringSplitOptions.RemoveEmptyEntries) };
        var lines = rules.Complete(Fee.OfBands([.. Of(city, "price").Select(p => RoomPrice.Set(Room, p[2], Number(p[3]), "条例別表", Since))], names)!, slot, Room.HallId, names.Length, weekend == "yes", wishes);
        var hire = RoomHire.Book(Room, slot, new Order(HireChannel.Counter, UserClass.Individual, names, new Hirer { FamilyName = "中村" }, "学習", 10, Guid.NewGuid()) { Wishes = wishes }, lines, DateTime.UnixEpoch);
        foreach (var r in Of(city, "reduction").Where(r => r[2] == reduction))
        {
            hire.Reduce(Reduction.Set(r[2], null, "", r[4].Length > 0 ? Enum.Parse<FeeItem>(r[4]) : null, Number(r[3]), Number(r[5]), "登録証", "条例", Since), "登録証", "試験", DateTime.UnixEpoch);
        }

        Assert.Equal(yen, hire.Yen);
        Assert.Equal(yen, hire.Fees.Sum(f => f.Yen));
        Assert.All(hire.Fees, f => Assert.NotEqual("", f.Label + f.Article));
    }

    [Theory]
    [InlineData(30, 1000, 100)]
    [InlineData(7, 1000, 100)]
    [InlineData(6, 1000, 500)]
    [InlineData(3, 1010, 500)]
    [InlineData(2, 1010, 1010)]
    [InlineData(0, 1010, 1010)]
    public void Given_back_so_many_days_before_what_is_kept_follows_the_tiers(int daysBefore, int yen, int owed)
    {
        var terms = Of("瑞浪市", "term").Select(t => CancelTerm.Set(Number(t[2]), Number(t[3]), Number(t[5]), "条例", Since)).ToList();
        var use = new DateOnly(2026, 12, 5);

        Assert.Equal(owed, new HireRules([], [], terms, [], [], [], []).TermFor(use, use.AddDays(-daysBefore), use.AddDays(-60))!.Owed(yen));
    }

    private static IEnumerable<string[]> Of(string city, string kind) => Rules[city].Where(r => r[1] == kind);

    private static Surcharge Surcharge(string[] r) =>
        Domain.Surcharge.Set(null, r[2], Enum.Parse<SurchargeTrigger>(r[4].Split('/')[0]), Enum.Parse<SurchargeUnit>(r[4].Split('/')[1]), Number(r[3]), null, Number(r[5]), "条例", Since);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Read(string file, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Golden", file)).Skip(1).Select(l => l.Split('\t'));
}
