using FsCheck.Xunit;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;

namespace Kominkan.Booking.Tests;

/// <summary>Whatever the city's rules are: nobody is paid for hiring, nobody pays more for being granted a reduction, and what is taken back is as if it had never been.</summary>
public sealed class FeeProperties
{
    private static readonly DateOnly Since = new(2020, 4, 1);
    private static readonly Room Room = new(Guid.NewGuid(), Guid.NewGuid(), "1", "講座室1", 40, [Guid.NewGuid()]);
    private static readonly RoomSlot Slot = new(Room.Id, new(2026, 12, 5), new(9, 0), new(12, 0));
    private static readonly int[] Steps = [1, 10, 100];
    private static readonly FeeItem?[] Items = [null, FeeItem.Room, FeeItem.Surcharge, FeeItem.Equipment];

    [Property(MaxTest = 1_000)]
    public void A_fee_is_the_sum_of_its_lines_and_never_below_the_room_but_for_rounding(int price, int[] extras, int count, int step)
    {
        var (hire, room) = Hire(price, extras, count, step);

        Assert.Equal(hire.Yen, hire.Fees.Sum(f => f.Yen));
        Assert.True(hire.Yen >= 0);
        Assert.InRange(room - hire.Yen, int.MinValue, 99);
        Assert.All(hire.Fees.Where(f => f.Item is not FeeItem.Rounding), f => Assert.True(f.Yen >= 0));
    }

    [Property(MaxTest = 1_000)]
    public void Reductions_in_any_order_never_raise_and_never_go_below_zero(int price, int[] extras, int count, int step, int[] reductions)
    {
        var (hire, _) = Hire(price, extras, count, step);
        foreach (var rule in reductions.Select(Rule))
        {
            var before = hire.Yen;
            Try(() => hire.Reduce(rule, "登録証", "試験", DateTime.UnixEpoch));
            Assert.InRange(hire.Yen, 0, before);
        }
    }

    [Property(MaxTest = 1_000)]
    public void Taken_back_in_any_order_the_fee_is_exactly_what_it_was(int price, int[] extras, int count, int step, int[] reductions)
    {
        var (hire, _) = Hire(price, extras, count, step);
        var first = hire.Yen;
        foreach (var rule in reductions.Select(Rule))
        {
            Try(() => hire.Reduce(rule, "登録証", "試験", DateTime.UnixEpoch));
        }

        foreach (var line in hire.Fees.Where(f => f.IsReduction).Select(f => f.Line).OrderBy(l => l * 7919 % 13).ToList())
        {
            var (before, taken) = (hire.Yen, hire.Fees.Single(f => f.Line == line).Yen);
            hire.TakeBackReduction(line, "試験", DateTime.UnixEpoch);
            Assert.Equal(before - taken, hire.Yen);
            Assert.Throws<RuleBroken>(() => hire.TakeBackReduction(line, "試験", DateTime.UnixEpoch));
        }

        Assert.Equal(first, hire.Yen);
    }

    private static (RoomHire Hire, int Room) Hire(int price, int[] extras, int count, int step)
    {
        var surcharges = extras.Select((e, n) => Surcharge.Set(null, $"加算{n}", SurchargeTrigger.Always, (SurchargeUnit)Of(e, 3), 1 + Of(e / 3, 500), null, Steps[Of(e, 3)], "条例", Since)).ToList();
        var equipment = Equipment.Set(Room.HallId, "放送設備", 5, Of(price, 700), EquipmentUnit.Band, "条例", Since);
        var wishes = Wishes.None with { Items = new Dictionary<string, int> { ["放送設備"] = Of(count, 6) } };
        var rules = new FeeRules(surcharges, [equipment], [Rounding.Set(Steps[Of(step, 3)], "条例", Since)]);
        var room = Fee.OfBands([RoomPrice.Set(Room, "午前", Of(price, 100_000), "条例", Since)], ["午前"])!;
        var order = new Order(HireChannel.Counter, UserClass.Individual, ["午前"], new Hirer { FamilyName = "中村" }, "学習", 10, Guid.NewGuid()) { Wishes = wishes };
        return (RoomHire.Book(Room, Slot, order, rules.Complete(room, Slot, Room.HallId, 1, false, wishes), DateTime.UnixEpoch), room.Sum(l => l.Yen));
    }

    private static Reduction Rule(int seed) => Reduction.Set($"団体{Of(seed, 50)}", null, "", Items[Of(seed, 4)], 1 + Of(seed / 4, 100), Steps[Of(seed, 3)], "登録証", "条例", Since);

    private static int Of(int seed, int most) => Math.Abs(seed % most);

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (RuleBroken)
        {
            // Nothing left to take off: refused, and nothing has changed.
        }
    }
}
