using System.Text.RegularExpressions;

namespace Kominkan.Facilities.Domain;

internal enum HallKind
{
    Hall,
    Branch,
}

/// <summary>A hall or branch. What is written about it changes in time, so it is kept as versions that never overlap.</summary>
internal sealed partial class Hall : IHallOwned
{
    private Hall()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    Guid IHallOwned.HallId => Id;

    public string No { get; private init; } = "";

    public HallKind Kind { get; private init; }

    /// <summary>The hall a branch belongs to.</summary>
    public Guid? ParentId { get; private init; }

    public List<HallDetails> Details { get; } = [];

    /// <summary>Two changes of the versions at once would overlap: the second is refused.</summary>
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The number has another form, or a branch has no hall.</exception>
    public static Hall Open(string no, Hall? parent, DateOnly from, HallFacts facts)
    {
        no = JapaneseText.Clean(no);
        if (!Numbers().IsMatch(no))
        {
            throw new RuleBroken("館番号は「17」、分館は「17-1」のように入力してください。", "Input.No");
        }

        if (ParentNo(no) != parent?.No)
        {
            throw new RuleBroken("分館の番号は、親の館の番号から始めてください。", "Input.No");
        }

        var hall = new Hall { No = no, Kind = parent is null ? HallKind.Hall : HallKind.Branch, ParentId = parent?.Id };
        hall.Describe(from, facts);
        return hall;
    }

    /// <summary>The number of a branch's hall: 17 of 17-1; null for a hall.</summary>
    public static string? ParentNo(string no) => no.IndexOf('-', StringComparison.Ordinal) is > 0 and var at ? no[..at] : null;

    /// <summary>Opens a hall beside those there are.</summary>
    /// <param name="halls">Those with the same number, and the hall a branch would belong to.</param>
    /// <exception cref="RuleBroken">The number is taken, the branch has no hall on its first day, or it ends before it begins.</exception>
    public static Hall Add(string no, IReadOnlyCollection<Hall> halls, DateOnly from, DateOnly? to, HallFacts facts)
    {
        if (halls.Any(h => h.No == no))
        {
            throw new RuleBroken($"館番号「{no}」はもう使われています。別の番号にしてください。", "Input.No");
        }

        var parent = halls.FirstOrDefault(h => h.No == ParentNo(no));
        if (ParentNo(no) is { } parentNo && parent?.On(from) is null)
        {
            throw new RuleBroken($"館番号「{parentNo}」の館がその日にありません。親の館を先に加えてください。", "Input.No");
        }

        if (to < from)
        {
            throw new RuleBroken("最後の日を、開く日より後にしてください。", "Input.To");
        }

        var hall = Open(no, parent, from, facts);
        hall.Details[0].ValidTo = to;
        return hall;
    }

    public HallDetails? On(DateOnly date) => Details.Find(d => d.IsValidOn(date));

    /// <summary>Its name on the day; outside all versions, the last one it had.</summary>
    public string NameOn(DateOnly date) => (On(date) ?? Details.MaxBy(d => d.ValidFrom)!).Name;

    /// <summary>
    /// Says what holds from a day on, until the next version already entered. A version of the same first day is corrected.
    /// </summary>
    /// <exception cref="RuleBroken">A text is missing or too long.</exception>
    public void Describe(DateOnly from, HallFacts facts)
    {
        var clean = facts.Checked();
        Version++;
        if (Details.Find(d => d.ValidFrom == from) is { } same)
        {
            same.Facts = clean;
            return;
        }

        var before = Details.Where(d => d.ValidFrom < from).MaxBy(d => d.ValidFrom);
        var after = Details.Where(d => d.ValidFrom > from).MinBy(d => d.ValidFrom);
        before?.EndBefore(from);
        Details.Add(new HallDetails { HallId = Id, ValidFrom = from, ValidTo = after?.ValidFrom.AddDays(-1), Facts = clean });
    }

    [GeneratedRegex("^[1-9][0-9]?(-[1-9])?$")]
    private static partial Regex Numbers();
}

/// <summary>What is written about a hall.</summary>
/// <param name="Phone">As printed, with hyphens; null when it has none.</param>
internal sealed record HallFacts(string Name, Guid WardId, string Address, string? LocatedIn, string Owner, string? Phone)
{
    public HallFacts Checked() => this with
    {
        Name = Needed(Name, "名称", "Input.Name"),
        Address = Needed(Address, "所在地", "Input.Address"),
        LocatedIn = Optional(LocatedIn, "Input.LocatedIn"),
        Owner = Needed(Owner, "設置者", "Input.Owner"),
        Phone = Number(Phone),
    };

    private static string Needed(string text, string label, string field) =>
        Optional(text, field) ?? throw new RuleBroken($"{label}を入力してください。", field);

    private static string? Optional(string? text, string field)
    {
        var clean = JapaneseText.Clean(text);
        return JapaneseText.Length(clean) <= 100 ? (clean.Length == 0 ? null : clean) : throw new RuleBroken("100字までで入力してください。", field);
    }

    private static string? Number(string? text)
    {
        var clean = JapaneseText.Clean(text);
        return clean.Length == 0 ? null
            : JapaneseText.PhoneKey(clean).Length is 10 or 11 && clean.Length <= 20 ? clean
            : throw new RuleBroken("電話番号は 096-000-0000 のように入力してください。", "Input.Phone");
    }
}

/// <summary>One version of what is written about a hall, with the days it holds.</summary>
internal sealed class HallDetails
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid HallId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while nothing else is known.</summary>
    public DateOnly? ValidTo { get; set; }

    public string Name { get; private set; } = "";

    public Guid WardId { get; private set; }

    public string Address { get; private set; } = "";

    public string? LocatedIn { get; private set; }

    public string Owner { get; private set; } = "";

    public string? Phone { get; private set; }

    public HallFacts Facts
    {
        get => new(Name, WardId, Address, LocatedIn, Owner, Phone);
        set => (Name, WardId, Address, LocatedIn, Owner, Phone) = value;
    }

    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);

    public void EndBefore(DateOnly next)
    {
        if (ValidTo is null || ValidTo >= next)
        {
            ValidTo = next.AddDays(-1);
        }
    }
}
