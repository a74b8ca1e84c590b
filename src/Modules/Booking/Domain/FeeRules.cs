namespace Kominkan.Booking.Domain;

/// <summary>What is added to the price of a room and taken off it, read together.</summary>
internal sealed class FeeRules(IReadOnlyList<Surcharge> surcharges, IReadOnlyList<Equipment> equipment, IReadOnlyList<Rounding> roundings)
{
    /// <summary>Of two with one name the hall's own counts.</summary>
    public IReadOnlyList<Surcharge> SurchargesOn(Guid hall, DateOnly date) => [.. surcharges.Where(s => s.IsFor(hall, date)).OrderBy(s => s.HallId is null).DistinctBy(s => s.Name).OrderBy(s => s.Trigger).ThenBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>Those whoever hires is asked about.</summary>
    public IReadOnlyList<Surcharge> AskedOn(Guid hall, DateOnly date) => [.. SurchargesOn(hall, date).Where(s => s.Trigger == SurchargeTrigger.Asked)];

    public IReadOnlyList<Equipment> EquipmentOn(Guid hall, DateOnly date) => [.. equipment.Where(e => e.HallId == hall && e.IsValidOn(date)).OrderBy(e => e.Name, StringComparer.Ordinal)];

    public Rounding? RoundingOn(DateOnly date) => roundings.FirstOrDefault(r => r.IsValidOn(date));

    /// <summary>Nothing may be asked for beside the room but what the hall has on the day; what goes with the tie nobody chose.</summary>
    /// <exception cref="RuleBroken">Something else is: the form was opened before it ended, or never offered it.</exception>
    public void Demand(Order order, Guid hall, DateOnly date)
    {
        if (order.Wishes.Extras.Any(e => e != order.Tie.Surcharge && AskedOn(hall, date).All(s => s.Name != e)))
        {
            throw new RuleBroken("「あてはまるもの」に、その日は選べないものがありました。選び直してください。");
        }

        if (order.Wishes.Items.Keys.FirstOrDefault(name => EquipmentOn(hall, date).All(e => e.Name != name)) is { } missing)
        {
            throw new RuleBroken($"備品の「{missing}」は、その日は借りられません。選び直してください。");
        }
    }

    /// <summary>All lines: the room, what is added to it in the order of the rules, equipment, and the rounding of the whole.</summary>
    /// <param name="room">Lines of the room.</param>
    /// <param name="bands">How many bands; 0 by the hour.</param>
    /// <remarks>What the hall does not have costs nothing; <see cref="Demand"/> refuses it.</remarks>
    public IReadOnlyList<FeeLine> Complete(IReadOnlyList<FeeLine> room, RoomSlot slot, Guid hall, int bands, bool isWeekend, Wishes wishes)
    {
        var (lines, roomYen, hours) = (room.ToList(), room.Sum(l => l.Yen), (int)Math.Ceiling((slot.To - slot.From).TotalHours));
        lines.AddRange(SurchargesOn(hall, slot.Date).Where(s => s.Trigger switch
        {
            SurchargeTrigger.Asked => wishes.Extras.Contains(s.Name),
            SurchargeTrigger.Weekend => isWeekend,
            _ => true,
        }).Select(s => new FeeLine(s.Words(hours), s.Of(roomYen, hours), s.Article) { Item = FeeItem.Surcharge }).Where(l => l.Yen > 0));
        var there = EquipmentOn(hall, slot.Date).ToDictionary(e => e.Name);
        foreach (var (name, count) in wishes.Items.Where(i => i.Value > 0 && there.ContainsKey(i.Key)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            lines.Add(there[name].Line(count, bands));
        }

        if (RoundingOn(slot.Date)?.Of(lines.Sum(l => l.Yen)) is { } rounding)
        {
            lines.Add(rounding);
        }

        return lines;
    }
}

/// <summary>What is hired beside the room.</summary>
/// <param name="Extras">Names of the surcharges that whoever hires says are so.</param>
/// <param name="Items">Equipment, and how many.</param>
internal sealed record Wishes(IReadOnlyCollection<string> Extras, IReadOnlyDictionary<string, int> Items)
{
    public static readonly Wishes None = new([], new Dictionary<string, int>());
}
