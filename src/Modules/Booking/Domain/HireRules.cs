namespace Kominkan.Booking.Domain;

/// <summary>The rules most pages need, read together.</summary>
internal sealed class HireRules(IReadOnlyList<TimeBand> bands, IReadOnlyList<BookingWindow> windows, IReadOnlyList<CancelTerm> terms, IReadOnlyList<UseCap> caps, IReadOnlyList<LotteryRule> lotteries, IReadOnlyList<PurposeKind> purposes, IReadOnlyList<TieRule> ties)
{
    /// <summary>The hall's bands on the day, or the city's where it has none, in the order of the day.</summary>
    public IReadOnlyList<TimeBand> BandsOn(Guid hallId, DateOnly date)
    {
        var valid = bands.Where(b => b.IsValidOn(date) && (b.HallId is null || b.HallId == hallId)).ToList();
        return [.. valid.Where(b => b.HallId is not null == valid.Exists(v => v.HallId is not null)).OrderBy(b => b.From)];
    }

    public BookingWindow? WindowOn(UserClass user, HireProduct product, DateOnly today) =>
        windows.FirstOrDefault(w => w.UserClass == user && w.Product == product && w.IsValidOn(today));

    public IReadOnlyList<BookingWindow> WindowsOn(DateOnly today) => [.. windows.Where(w => w.IsValidOn(today)).OrderBy(w => w.UserClass).ThenBy(w => w.Product)];

    public UseCap? CapOn(UserClass user, DateOnly today) => caps.FirstOrDefault(c => c.UserClass == user && c.IsValidOn(today));

    public IReadOnlyList<UseCap> CapsOn(DateOnly today) => [.. caps.Where(c => c.IsValidOn(today)).OrderBy(c => c.UserClass)];

    public IReadOnlyList<CancelTerm> TermsOn(DateOnly date) => [.. terms.Where(t => t.IsValidOn(date)).OrderByDescending(t => t.DaysBefore)];

    /// <summary>目的の種類 to choose from on the day somebody asks: those that may be first; none where the city asks for none.</summary>
    public IReadOnlyList<PurposeKind> PurposesOn(DateOnly today) => [.. purposes.Where(p => p.IsValidOn(today)).OrderBy(p => p.IsForbidden).ThenBy(p => p.Name == PurposeKind.Other).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>市内とのつながり to choose from on the day somebody asks: those who may not hire stand last; none where the city asks for none.</summary>
    public IReadOnlyList<TieRule> TiesOn(DateOnly today) => [.. ties.Where(t => t.IsValidOn(today)).OrderBy(t => t.Access == TieAccess.Nowhere).ThenBy(t => t.Code)];

    /// <summary>Surcharges that follow from the tie: nobody is asked about them beside it.</summary>
    public IReadOnlyCollection<string> TiedSurchargesOn(DateOnly today) => TiesOn(today).Select(t => t.Surcharge).Where(s => s.Length > 0).ToHashSet();

    /// <summary>What they ask for by the rules of the day: with their tie as the city says it, and the surcharge that goes with it.</summary>
    /// <exception cref="RuleBroken">The city asks what the room is for, or what ties them to it, and nothing it knows was chosen, or something it forbids.</exception>
    public Order Settle(Order order, DateOnly today)
    {
        if ((WhyNotPurpose(order, today) ?? WhyNotTie(order, today)) is { } broken)
        {
            throw broken;
        }

        return TieOf(order, today) is { } tie ? order with { Tie = tie.Tie, Wishes = Tied(order.Wishes, tie, today) } : order with { Tie = HirerTie.None };
    }

    /// <summary>Why <see cref="Settle"/> would refuse it, as a sentence, or null.</summary>
    public string? WhyNotSettle(Order order, DateOnly today) => (WhyNotPurpose(order, today) ?? WhyNotTie(order, today))?.Message;

    /// <summary>With what goes with the tie, and without what goes with another.</summary>
    public Wishes Tied(Wishes wishes, TieRule? tie, DateOnly today) => wishes with { Extras = [.. wishes.Extras.Except(TiedSurchargesOn(today)), .. tie?.Tie.Wishes.Extras ?? []] };

    private TieRule? TieOf(Order order, DateOnly today) => TiesOn(today).FirstOrDefault(t => t.Code == order.Tie.Code);

    private RuleBroken? WhyNotTie(Order order, DateOnly today)
    {
        var tie = TieOf(order, today);
        return tie is not null ? tie.WhyNot(order.Channel) is { } why ? new RuleBroken(why, "Input.Tie") : null
            : TiesOn(today).Count > 0 ? new RuleBroken("市内とのつながりを選んでください。", "Input.Tie") : null;
    }

    private RuleBroken? WhyNotPurpose(Order order, DateOnly today)
    {
        var kinds = PurposesOn(today);
        var kind = kinds.FirstOrDefault(k => k.Name == order.PurposeKind);
        return (kind is null ? kinds.Count == 0 : !kind.IsForbidden) ? null
            : new RuleBroken(kind is null ? "目的の種類を選んでください。" : $"{kind.Name}には、部屋を貸せません（{kind.Article}）。", "Input.PurposeKind");
    }

    /// <summary>Whether any room is drawn, or was.</summary>
    public bool HasLotteries => lotteries.Count > 0;

    /// <summary>The rules by which a hall's rooms are drawn whose entries begin in the month: one of all rooms, and those of single ones.</summary>
    public IReadOnlyList<LotteryRule> LotteriesOf(Guid hall, DateOnly first)
    {
        var valid = lotteries.Where(r => r.IsValidOn(first) && (r.HallId is null || r.HallId == hall)).ToList();
        return [.. valid.Where(r => r.RoomId is not null), .. valid.Where(r => r.RoomId is null).OrderBy(r => r.HallId is null).Take(1)];
    }

    /// <summary>The rule by which the room is drawn for the month of use, the narrowest that holds.</summary>
    /// <param name="month">First of the month of use.</param>
    public LotteryRule? LotteryOf(Guid hall, Guid room, DateOnly month) =>
        lotteries.Where(r => (r.HallId is null || r.HallId == hall) && (r.RoomId is null || r.RoomId == room) && MonthsAheadOf(r, month) is { } ahead && r.IsValidOn(month.AddMonths(-ahead)))
            .OrderBy(r => r.RoomId is null).ThenBy(r => r.HallId is null).FirstOrDefault();

    /// <summary>Months between entries and use; for the draw at noon what the window of groups says.</summary>
    public int? MonthsAheadOf(LotteryRule rule, DateOnly day) => rule.Kind == LotteryKind.Month ? rule.MonthsAhead : WindowOn(UserClass.Group, HireProduct.Band, day)?.MonthsAhead;

    /// <summary>The term for giving back today what is used on the day: those that were told when it was booked. Null where no rule speaks of it: then nothing is owed.</summary>
    public CancelTerm? TermFor(DateOnly use, DateOnly today, DateOnly booked) =>
        TermsOn(booked).Where(t => t.DaysBefore <= Math.Max(0, use.DayNumber - today.DayNumber)).MaxBy(t => t.DaysBefore);

    /// <summary>The bands side by side that make up just this time; empty when it is hired by the hour.</summary>
    public IReadOnlyList<string> SpanOf(Guid hallId, DateOnly date, TimeOnly from, TimeOnly to)
    {
        var day = BandsOn(hallId, date);
        var (first, last) = (day.ToList().FindIndex(b => b.From == from), day.ToList().FindLastIndex(b => b.To == to));
        return first < 0 || last < first ? [] : [.. day.Skip(first).Take(last - first + 1).Select(b => b.Name)];
    }
}
