namespace Kominkan.Facilities.Domain;

/// <summary>A number of the city's rules from a day on. Versions are added, never changed: the older ones tell what held when.</summary>
internal sealed class RuleVersion
{
    private RuleVersion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Key { get; private init; } = "";

    public int Value { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    /// <param name="others">The versions there are of the same rule.</param>
    /// <exception cref="RuleBroken">The number is out of range, the day is not to come, or a version begins on it already.</exception>
    public static RuleVersion Of(CityRule rule, int value, DateOnly from, IEnumerable<RuleVersion> others, DateOnly today)
    {
        if (value < rule.Least || value > rule.Most)
        {
            throw new RuleBroken($"{rule.Least}から{rule.Most}までの数を入力してください。", "Input.Value");
        }

        if (from <= today)
        {
            throw new RuleBroken("いつからは、明日よりあとの日にしてください。", "Input.From");
        }

        if (others.Any(o => o.ValidFrom == from))
        {
            throw new RuleBroken("同じ日に始まる決まりがあります。別の日にしてください。", "Input.From");
        }

        return new RuleVersion { Key = rule.Key, Value = value, ValidFrom = from };
    }
}
