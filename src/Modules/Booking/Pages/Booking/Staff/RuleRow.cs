using Kominkan.Booking.Domain;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A dated rule as a line of the lists.</summary>
internal sealed record RuleRow(DatedRule Rule, string Kind, string What, string Words)
{
    public static RuleRow Of(DatedRule rule, HallDirectory halls, string? room = null) => rule switch
    {
        TimeBand b => new(b, "bands", $"{(b.HallId is { } id ? halls.NameOf(id) : "市全体")}　{b.Name}", Wording.Hours(b.From, b.To)),
        BookingWindow w => new(w, "windows", $"{Wording.Of(w.UserClass)}　{Wording.Of(w.Product)}", w.InWords()),
        CancelTerm t => new(t, "cancel-terms", t.DaysBefore == 0 ? "当日まで" : $"{t.DaysBefore}日前まで", $"使用料の{t.OwedPercent}％がかかる（{t.RoundTo}円未満は切り捨て、{t.Article}）"),
        UseCap c => new(c, "caps", Wording.Of(c.UserClass), $"{c.InWords()}（{c.Article}）"),
        LotteryRule l => new(l, "lotteries", $"{(l.HallId is { } at ? halls.NameOf(at) : "市全体")}　{(l.RoomId is null ? "すべての部屋" : room ?? "1つの部屋")}", l.InWords()),
        PermitForm f => new(f, "permit-forms", f.Title, $"{f.FormNumber}、{f.Issuer}"),
        RoomPrice p => new(p, "prices", $"{room}　{p.Bands}", $"{Wording.Yen(p.Yen)}（{p.Article}）"),
        _ => throw new InvalidOperationException(rule.GetType().Name),
    };

    /// <summary>What holds while there is no such rule.</summary>
    public static string WithoutIt(string kind) => kind switch
    {
        "caps" => "定めるまで、ひと月に予約できる数に上限はありません。",
        "cancel-terms" => "定めるまで、取り消しても使用料はかかりません。",
        "lotteries" => "定めるまで、抽選はなく、先着で受け付けます。",
        _ => "定めるまで、この規則を使う予約は受け付けられません。",
    };
}
