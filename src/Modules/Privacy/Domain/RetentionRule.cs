namespace Kominkan.Privacy.Domain;

/// <summary>How long the city keeps a class of data, from a day on. Rules are added, never changed: the older ones tell what held when.</summary>
internal sealed class RetentionRule
{
    public const int MostMonths = 1200;

    private RetentionRule()
    {
    }

    /// <exception cref="RuleBroken">The months are out of range, or the day is past.</exception>
    public RetentionRule(string key, int months, DateOnly from, DateOnly today)
    {
        if (months is < 1 or > MostMonths)
        {
            throw new RuleBroken($"保存する月数は1から{MostMonths}までで入力してください。", "Input.Months");
        }

        if (from <= today)
        {
            throw new RuleBroken("いつからは、明日よりあとの日にしてください。", "Input.From");
        }

        (Id, Key, Months, ValidFrom) = (Guid.CreateVersion7(), key, months, from);
    }

    public Guid Id { get; private set; }

    public string Key { get; private set; } = "";

    public int Months { get; private set; }

    public DateOnly ValidFrom { get; private set; }
}

/// <summary>What a run of the job let go of.</summary>
internal sealed record RetentionRun(Guid Id, string Key, DateTime At, DateTime Before, int Records);
