namespace Kominkan.Booking.Domain;

/// <summary>A rule of the city about hiring rooms, from a day on. Rules about the same thing follow each other and never overlap.</summary>
internal abstract class DatedRule
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while no end is set.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Made up for the sample city: whoever reads it must not take it for the city's own.</summary>
    public bool IsSample { get; init; }

    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);

    /// <summary>What it is about: two rules of the same subject cannot be valid on the same day.</summary>
    public abstract string Subject { get; }

    /// <summary>Puts the rule in its place among those of the same subject: the one before ends the day before, the one after stays.</summary>
    /// <exception cref="RuleBroken">One begins on the same day.</exception>
    public void TakeOver(IEnumerable<DatedRule> others)
    {
        var same = others.Where(o => o.Subject == Subject && o.Id != Id).ToList();
        if (same.Exists(o => o.ValidFrom == ValidFrom))
        {
            throw new RuleBroken("同じ日に始まる規則があります。別の日にしてください。", "Input.From");
        }

        ValidTo = same.Where(o => o.ValidFrom > ValidFrom).MinBy(o => o.ValidFrom)?.ValidFrom.AddDays(-1);
        foreach (var before in same.Where(o => o.ValidFrom < ValidFrom && (o.ValidTo is null || o.ValidTo >= ValidFrom)))
        {
            before.ValidTo = ValidFrom.AddDays(-1);
        }
    }

    /// <exception cref="RuleBroken">It ends earlier already, or would end before it began.</exception>
    public void End(DateOnly lastDay)
    {
        if (lastDay < ValidFrom)
        {
            throw new RuleBroken("終わりの日は、始まりの日と同じか後にしてください。", "Input.LastDay");
        }

        if (ValidTo < lastDay)
        {
            throw new RuleBroken("この規則は、その日より前に終わります。日付を確かめてください。", "Input.LastDay");
        }

        ValidTo = lastDay;
    }

    /// <summary>Amounts are rounded down to 1, 10 or 100 yen.</summary>
    protected static int Step(int roundTo) => roundTo is 1 or 10 or 100 ? roundTo : throw new RuleBroken("端数は1円、10円、100円のどれかにしてください。", "Input.RoundTo");

    /// <summary>Where the rule is written.</summary>
    protected static string Written(string? article) => Words(article, 60, "根拠の条例や規則を60字までで入力してください。", "Input.Article");

    protected static string Words(string? text, int longest, string sentence, string field)
    {
        var clean = JapaneseText.Clean(text);
        return clean.Length > 0 && JapaneseText.Length(clean) <= longest ? clean : throw new RuleBroken(sentence, field);
    }
}
