namespace Kominkan.Booking.Domain;

internal enum EntitlementState
{
    /// <summary>承認待ち: nothing is reduced by it yet.</summary>
    Asked,

    /// <summary>承認</summary>
    Approved,

    /// <summary>終了: ended before its time, or never approved.</summary>
    Ended,
}

/// <summary>
/// 減免の登録: a group need not show its evidence for every hire. One registers what was seen, another approves, and until it
/// ends what they book with the same name and telephone number is reduced by itself.
/// </summary>
internal sealed class Entitlement : IHallOwned
{
    /// <summary>登録の期間 of the city.</summary>
    public static readonly CityRule MostYears = new("booking.entitlement-years", "減免の登録の期間", "年まで", 3, 1, 5);

    /// <summary>So long before the end staff are told.</summary>
    public static readonly CityRule RemindDays = new("booking.entitlement-remind", "減免の登録が切れる前に知らせる日", "日前", 30, 7, 90);

    private Entitlement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>登録番号, unique; it opens nothing.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The group, and who answers for it.</summary>
    public Hirer Hirer { get; private set; } = new();

    public string PhoneKey { get; private set; } = "";

    public string KanaKey { get; private set; } = "";

    /// <summary>Who counts as one and the same: <see cref="Party"/>; empty when erased.</summary>
    public string PartyKey { get; private set; } = "";

    /// <summary>Of the <see cref="Reduction"/>s it is for, whichever is valid on the day of use.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>As the reduction was called: 社会教育関係団体.</summary>
    public string Group { get; private init; } = "";

    /// <summary>Where it was registered, and whose staff see it. Where it holds is for the reduction to say.</summary>
    public Guid HallId { get; private init; }

    /// <summary>What was seen: 団体登録証 第12号.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Days of use.</summary>
    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }

    public EntitlementState State { get; private set; }

    public Guid RegisteredBy { get; private init; }

    public string RegisteredByName { get; private init; } = "";

    public DateTime RegisteredAt { get; private init; }

    public Guid? ApprovedBy { get; private set; }

    public string ApprovedByName { get; private set; } = "";

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>The last day of use when it was ended before its time.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string EndReason { get; private set; } = "";

    public string EndedByName { get; private set; } = "";

    public DateOnly LastDay => EndedOn < To ? EndedOn.Value : To;

    /// <exception cref="RuleBroken">It is no group's, a text is missing or not as it should be, or the period is none or too long.</exception>
    public static Entitlement Register(Guid hall, Hirer group, Reduction rule, string? evidence, DateOnly from, DateOnly to, int mostYears, Clerk by, DateTime nowUtc)
    {
        var (phone, seen) = (JapaneseText.PhoneKey(group.Phone), JapaneseText.Clean(evidence));
        var party = Party.KeyOf(UserClass.Group, group);
        if (party.Length == 0)
        {
            throw new RuleBroken("団体の名前を入力してください。", "Input.GroupName");
        }

        if (!JapaneseText.IsKatakana(group.FamilyKana + group.GivenKana))
        {
            throw new RuleBroken("フリガナは、ひらがなかカタカナで入力してください。", "Input.FamilyKana");
        }

        if (phone.Length < 9)
        {
            throw new RuleBroken("団体が予約に使う電話番号を入力してください。", "Input.Phone");
        }

        if (seen.Length == 0 || JapaneseText.Length(seen) > RoomHire.LongestPurpose)
        {
            throw new RuleBroken($"確かめたものを{RoomHire.LongestPurpose}字までで入力してください。", "Input.Evidence");
        }

        if (to < from || to < DateOnly.FromDateTime(nowUtc.InJapan()) || to >= from.AddYears(mostYears))
        {
            throw new RuleBroken($"終わりの日は、始まりの日から{mostYears}年のうちの、今日より後にしてください。", "Input.To");
        }

        var registered = new Entitlement
        {
            Hirer = group,
            PhoneKey = phone,
            KanaKey = JapaneseText.SearchKey(group.FamilyKana + group.GivenKana),
            PartyKey = party,
            Subject = rule.Subject,
            Group = rule.Group,
            HallId = hall,
            Evidence = seen,
            From = from,
            To = to,
            RegisteredBy = by.Id,
            RegisteredByName = by.Name,
            RegisteredAt = nowUtc,
        };
        registered.Renumber();
        return registered;
    }

    /// <summary>Another number, when this one is taken.</summary>
    public void Renumber() => Number = ReceiptNumbers.Draw();

    /// <summary>Whether what is used on the day is reduced by it.</summary>
    public bool HoldsOn(DateOnly use) => ApprovedBy is not null && use >= From && use <= LastDay;

    /// <summary>Why this person cannot approve it, or null.</summary>
    public string? WhyNotApprove(Guid by) =>
        State != EntitlementState.Asked ? "この登録は、もう決まっています。" : by == RegisteredBy ? "登録した本人は承認できません。ほかの職員に頼んでください。" : null;

    /// <exception cref="RuleBroken">They registered it themselves, or it is decided.</exception>
    public void Approve(Clerk by, DateTime nowUtc)
    {
        _ = WhyNotApprove(by.Id) is { } why ? throw new RuleBroken(why) : true;
        (State, ApprovedBy, ApprovedByName, ApprovedAt) = (EntitlementState.Approved, by.Id, by.Name, nowUtc);
    }

    public string? WhyNotEnd() => State == EntitlementState.Ended ? "この登録は、もう終わっています。" : null;

    /// <summary>It ends with a day of use; what was booked before stays as it is. One that was never approved ends at once.</summary>
    /// <exception cref="RuleBroken">It has ended, the day is out of its time, or there is no reason.</exception>
    public void End(DateOnly? lastDay, string? reason, Clerk by)
    {
        _ = WhyNotEnd() is { } why ? throw new RuleBroken(why) : true;
        var (words, last) = (JapaneseText.Clean(reason), State == EntitlementState.Asked ? From.AddDays(-1) : lastDay);
        if (last is null || last > To || last < From.AddDays(-1))
        {
            throw new RuleBroken("終わりの日は、登録の期間の中の日にしてください。", "Input.LastDay");
        }

        if (words.Length == 0 || JapaneseText.Length(words) > 200)
        {
            throw new RuleBroken("理由を200字までで入力してください。", "Input.Reason");
        }

        (State, EndedOn, EndReason, EndedByName) = (EntitlementState.Ended, last, words, by.Name);
    }

    /// <summary>Nothing tells any more who it was.</summary>
    public void Erase() => (Hirer, PhoneKey, KanaKey, PartyKey, Evidence, EndReason) = (new() { FamilyName = Hirer.ErasedName }, "", "", "", "", "");
}

/// <summary>A reduction a group is registered for, on the day of a use.</summary>
/// <param name="Rule">The rule of the day.</param>
internal sealed record Granting(Entitlement By, Reduction Rule)
{
    /// <summary>
    /// The lines they add to a fee nothing was taken off yet: the greater share first, and never twice off the same thing.
    /// </summary>
    public static IReadOnlyList<(FeeLine Line, Granting By)> Lines(IReadOnlyList<FeeLine> fee, IEnumerable<Granting> grantings)
    {
        var (lines, left) = (new List<(FeeLine Line, Granting By)>(), fee.Sum(l => l.Yen));
        foreach (var granting in grantings.OrderByDescending(g => g.Rule.Percent).ThenBy(g => g.By.Number, StringComparer.Ordinal))
        {
            var item = granting.Rule.Item;
            if (lines.Exists(l => Overlap(l.By.Rule.Item, item)))
            {
                continue;
            }

            var yen = Math.Max(granting.Rule.Of(fee.Where(l => item is null || l.Item == item).Sum(l => l.Yen)), -left);
            if (yen < 0)
            {
                lines.Add((new FeeLine($"{granting.Rule.Words()}　登録 {granting.By.Number}", yen, granting.Rule.Article) { Item = FeeItem.Reduction }, granting));
                left += yen;
            }
        }

        return lines;
    }

    /// <summary>Whether two reductions take something off the same lines.</summary>
    public static bool Overlap(FeeItem? one, FeeItem? other) => one is null || other is null || one == other;
}
