namespace Kominkan.Facilities.Domain;

/// <summary>
/// A room people can name: one or several spaces. A hall with a partition is three rooms, the whole and its two parts.
/// </summary>
internal sealed class MeetingRoom : IHallOwned
{
    private MeetingRoom()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    public string No { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Seats by fire rule.</summary>
    public int Capacity { get; private set; }

    public DateOnly ValidFrom { get; private init; }

    /// <summary>Holds the library, which opens at hours of its own and is not for hire.</summary>
    public bool IsLibrary { get; private set; }

    /// <summary>Last day of use; null while it is in use.</summary>
    public DateOnly? ValidTo { get; private set; }

    public List<Space> Spaces { get; } = [];

    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);

    public bool IsPartOf(MeetingRoom whole) =>
        Id != whole.Id && Spaces.Count > 0 && Spaces.Count < whole.Spaces.Count && Spaces.TrueForAll(s => whole.Spaces.Exists(w => w.Id == s.Id));

    /// <summary>Adds a room to a hall. As a part of another room it brings a space into it; otherwise it has a space of its own.</summary>
    /// <param name="others">All rooms of the hall, also those no longer in use: a number is never used twice.</param>
    /// <param name="whole">The room this one is a part of, or null.</param>
    /// <exception cref="RuleBroken">The number is taken or a value is out of range.</exception>
    public static MeetingRoom Make(Guid hallId, string no, string name, int capacity, DateOnly from, IReadOnlyCollection<MeetingRoom> others, MeetingRoom? whole, bool isLibrary = false)
    {
        no = JapaneseText.Clean(no);
        if (no.Length is 0 or > 10)
        {
            throw new RuleBroken("室番号を10字までで入力してください。", "Input.No");
        }

        if (others.Any(o => o.No == no))
        {
            throw new RuleBroken($"室番号「{no}」はもう使われています。別の番号にしてください。", "Input.No");
        }

        var room = new MeetingRoom { HallId = hallId, No = no, ValidFrom = from };
        room.Change(name, capacity, isLibrary, null);
        var space = new Space { HallId = hallId, Name = room.Name };
        room.Spaces.Add(space);
        whole?.TakeIn(space, others);
        return room;
    }

    /// <exception cref="RuleBroken">A value is out of range.</exception>
    public void Change(string name, int capacity, bool isLibrary, DateOnly? lastDay)
    {
        name = JapaneseText.Clean(name);
        if (name.Length == 0 || JapaneseText.Length(name) > 30)
        {
            throw new RuleBroken("室名を30字までで入力してください。", "Input.Name");
        }

        if (capacity is < 1 or > 5000)
        {
            throw new RuleBroken("定員は1から5000までの数で入力してください。", "Input.Capacity");
        }

        if (lastDay < ValidFrom)
        {
            throw new RuleBroken("使い終わる日は、使い始めた日より後にしてください。", "Input.LastDay");
        }

        (Name, Capacity, IsLibrary, ValidTo) = (name, capacity, isLibrary, lastDay);
    }

    /// <summary>
    /// The first part leaves a rest, which stays the room's own space; from the second part on the room is the sum of its parts.
    /// </summary>
    private void TakeIn(Space space, IReadOnlyCollection<MeetingRoom> others)
    {
        if (others.Any(o => o.IsPartOf(this)))
        {
            Spaces.RemoveAll(own => !others.Any(o => o.Id != Id && o.Spaces.Exists(s => s.Id == own.Id)));
        }

        Spaces.Add(space);
    }
}
