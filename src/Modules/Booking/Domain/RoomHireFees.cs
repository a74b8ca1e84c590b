namespace Kominkan.Booking.Domain;

/// <summary>What a hire costs, and how that changes after it was booked: by lines that are added, never by one that is changed.</summary>
internal sealed partial class RoomHire
{
    /// <summary>What is to be paid for it as it stands; what was won in a draw is charged when it is confirmed.</summary>
    public int Charged => State switch { HireState.Cancelled => Owed, HireState.Won or HireState.Refused => 0, _ => Yen };

    public string? WhyNotReduce() => State == HireState.Cancelled ? "取り消した予約の使用料は変えられません。" : State == HireState.Refused ? "不許可にした予約の使用料は変えられません。" : IsRecord ? "取り込んだ記録の使用料は変えられません。" : null;

    /// <summary>減免 for this hire, once for each rule: a line taken off what is left of those it is about.</summary>
    /// <param name="seen">What was seen that proves it.</param>
    /// <exception cref="RuleBroken">It is cancelled, the rule is not for it, nothing is left to take off, or nobody says what was seen.</exception>
    public void Reduce(Reduction rule, string? seen, string by, DateTime nowUtc)
    {
        if ((WhyNotReduce() ?? (rule.IsFor(HallId, Date) ? null : "この減免は、この予約には使えません。選び直してください。")) is { } why)
        {
            throw new RuleBroken(why);
        }

        var evidence = JapaneseText.Clean(seen);
        if (evidence.Length == 0 || JapaneseText.Length(evidence) > LongestPurpose)
        {
            throw new RuleBroken($"確かめたものを{LongestPurpose}字までで入力してください。", "Input.Evidence");
        }

        if (fees.Exists(f => f.RuleId == rule.Id && f.Yen < 0 && !fees.Exists(o => o.Undoes == f.Line)))
        {
            throw new RuleBroken("この減免は、もうつけています。");
        }

        if (fees.Exists(f => f.EntitlementId is not null && Granting.Overlap(f.Of, rule.Item) && !fees.Exists(o => o.Undoes == f.Line)))
        {
            throw new RuleBroken("登録による減免がついています。こちらを使うときは、先に取り消してください。", "Input.RuleId");
        }

        // What earlier reductions took off the same lines is not there to be taken off again.
        var taken = fees.Where(f => f.Item == FeeItem.Reduction && (f.Of is null || rule.Item is null || f.Of == rule.Item)).Sum(f => f.Yen);
        var yen = Math.Max(rule.Of(fees.Where(f => rule.Item is { } item ? f.Item == item : f.Item != FeeItem.Reduction).Sum(f => f.Yen) + taken), -Yen);
        if (yen == 0)
        {
            throw new RuleBroken("この減免で減る額はありません。");
        }

        Add(new FeeLine(rule.Words(), yen, rule.Article) { Item = FeeItem.Reduction }, new(rule.Id, rule.Item, evidence, by, nowUtc));
    }

    /// <summary>減免の登録: what the group is registered for, taken off a hire that was just made.</summary>
    public void Apply(IEnumerable<Granting> grantings, DateTime nowUtc)
    {
        foreach (var (line, (by, rule)) in Granting.Lines([.. fees.Select(f => f.Shown)], grantings))
        {
            Add(line, new(rule.Id, rule.Item, by.Evidence, by.ApprovedByName, nowUtc, by.Id));
        }
    }

    /// <summary>A reduction taken back: exactly what it took off is charged again.</summary>
    /// <exception cref="RuleBroken">It is cancelled, the line is no reduction, or it was taken back.</exception>
    public void TakeBackReduction(int line, string by, DateTime nowUtc)
    {
        if (WhyNotReduce() is { } why)
        {
            throw new RuleBroken(why);
        }

        var wrong = fees.Find(f => f.Line == line && f.IsReduction && !fees.Exists(o => o.Undoes == f.Line)) ?? throw new RuleBroken("この減免は、もう取り消されています。");
        Add(new FeeLine($"取消：{wrong.Label}", -wrong.Yen, wrong.Article) { Item = FeeItem.Reduction }, new(wrong.RuleId!.Value, wrong.Of, "", by, nowUtc), line);
    }

    private void Add(FeeLine line, Granted? granted = null, int? undoes = null)
    {
        fees.Add(new HireFee
        {
            HireId = Id,
            Line = fees.Count + 1,
            Label = line.Label,
            Yen = line.Yen,
            Article = line.Article,
            Item = line.Item,
            RuleId = granted?.Rule,
            Of = granted?.Of,
            Evidence = granted?.Evidence ?? "",
            By = granted?.By ?? "",
            At = granted?.At,
            EntitlementId = granted?.Entitlement,
            Undoes = undoes,
        });
        Yen = fees.Sum(f => f.Yen);
    }

    /// <summary>By which rule and on which evidence a reduction was granted.</summary>
    private sealed record Granted(Guid Rule, FeeItem? Of, string Evidence, string By, DateTime At, Guid? Entitlement = null);
}

/// <summary>A line of the fee as it was explained.</summary>
internal sealed class HireFee
{
    public required Guid HireId { get; init; }

    public required int Line { get; init; }

    public required string Label { get; init; }

    public required int Yen { get; init; }

    public required string Article { get; init; }

    public FeeItem Item { get; init; }

    /// <summary>The <see cref="Reduction"/> it was granted by.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>What the reduction is taken off; null for everything.</summary>
    public FeeItem? Of { get; init; }

    /// <summary>What was seen.</summary>
    public string Evidence { get; init; } = "";

    public string By { get; init; } = "";

    public DateTime? At { get; init; }

    /// <summary>The registration by which it was granted; null where it was granted for this hire.</summary>
    public Guid? EntitlementId { get; init; }

    /// <summary>The line of a reduction that this one takes back.</summary>
    public int? Undoes { get; init; }

    public bool IsReduction => Item == FeeItem.Reduction && Undoes is null;

    public FeeLine Shown => new(Label, Yen, Article) { Item = Item };
}
