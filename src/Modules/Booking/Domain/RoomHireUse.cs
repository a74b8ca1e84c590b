namespace Kominkan.Booking.Domain;

/// <summary>The day itself: who comes to the desk, how many came in the end, or that nobody did.</summary>
internal sealed partial class RoomHire
{
    private const string Unconfirmed = "当選した方が使うと返事をしてから進んでください。";

    /// <summary>When they said at the desk that they are there.</summary>
    public DateTime? CheckedInAt { get; private set; }

    /// <summary>来なかった: nobody came to a room that was kept for them.</summary>
    public bool IsNoShow => State == HireState.Used && Came == 0;

    public string? WhyNotCheckIn(DateTime nowUtc) =>
        !IsLive ? "この予約は、もう受け付けられません。" : State == HireState.Won ? Unconfirmed : CheckedInAt is not null ? "もう来館を受け付けています。" : Date != DateOnly.FromDateTime(nowUtc.InJapan()) ? "来館の受付は、利用する日にできます。" : null;

    /// <summary>来館の受付</summary>
    /// <exception cref="RuleBroken">It is not live, of another day, or they are there already.</exception>
    public void CheckIn(DateTime nowUtc) => CheckedInAt = WhyNotCheckIn(nowUtc) is { } why ? throw new RuleBroken(why) : nowUtc;

    /// <summary>Why it cannot go on after its end, or null.</summary>
    public string? WhyNotExtend(DateTime nowUtc) => State switch
    {
        HireState.Won => Unconfirmed,
        not (HireState.Booked or HireState.Permitted) => "この予約は延長できません。",
        _ when Date.ToUtc(To) <= nowUtc => "利用の時間が終わっています。新しい予約を入れてください。",
        _ => null,
    };

    /// <summary>延長: it goes on, with its equipment, and what that costs is added to its lines.</summary>
    /// <param name="fee">Lines of the time that is added.</param>
    /// <param name="by">Who writes the next version of the permit, where there is one.</param>
    /// <exception cref="RuleBroken">It is over or not live, or the new end is no later one.</exception>
    public void Extend(TimeOnly to, IReadOnlyList<FeeLine> fee, string by, DateTime nowUtc)
    {
        if (WhyNotExtend(nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        if (to <= To)
        {
            throw new RuleBroken("いまの終わりより後の時刻を選んでください。", "Input.To");
        }

        To = to;
        items.ForEach(i => i.To = to);
        foreach (var line in fee)
        {
            Add(line with { Label = $"延長：{line.Label}" });
        }

        if (State == HireState.Permitted)
        {
            Permit(by, nowUtc);
        }
    }

    public string? WhyNotReport(DateTime nowUtc) =>
        IsOff ? "取り消した予約や不許可の予約に、人数は入れられません。" : State == HireState.Won ? Unconfirmed : Date.ToUtc(From) > nowUtc ? "利用が始まってから、来た人数を入れてください。" : null;

    /// <summary>利用報告: how many came. May be corrected.</summary>
    /// <exception cref="RuleBroken">It was cancelled, has not begun, or the number is out of range.</exception>
    public void Report(int came, DateTime nowUtc)
    {
        if (WhyNotReport(nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        if (came is < 0 or > 10_000)
        {
            throw new RuleBroken("来た人数は0から10000までの数で入力してください。", "Input.Came");
        }

        (Came, State) = (came, HireState.Used);
    }

    /// <summary>利用報告 by age band; may be corrected. Call it after <see cref="Report"/>.</summary>
    /// <exception cref="RuleBroken">A number is below zero, or they are more than came.</exception>
    public void ReportBands(IReadOnlyDictionary<string, int> bands)
    {
        if (bands.Values.Any(n => n < 0) || bands.Values.Sum(n => (long)n) > Came)
        {
            throw new RuleBroken("年代ごとの人数の合計は、来た人数までにしてください。", "Input.Bands[0].Count");
        }

        foreach (var (band, n) in bands)
        {
            var known = heads.Find(h => h.Band == band);
            if (known is null && n > 0)
            {
                heads.Add(known = new HireHeads { HireId = Id, Band = band });
            }

            _ = known is null ? 0 : known.Count = n;
        }
    }
}
