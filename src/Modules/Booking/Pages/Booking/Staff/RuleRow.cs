using Kominkan.Booking.Domain;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A dated rule as a line of the lists.</summary>
internal sealed record RuleRow(DatedRule Rule, string Kind, string What, string Words)
{
    public static RuleRow Of(DatedRule rule, HallDirectory halls, string? room = null) => rule switch
    {
        TimeBand b => new(b, "bands", $"{Of(b.HallId, halls)}　{b.Name}", Wording.Hours(b.From, b.To)),
        BookingWindow w => new(w, "windows", $"{Wording.Of(w.UserClass)}　{Wording.Of(w.Product)}", w.InWords()),
        CancelTerm t => new(t, "cancel-terms", t.DaysBefore == 0 ? "当日まで" : $"{t.DaysBefore}日前まで", $"使用料の{t.OwedPercent}％がかかる（{t.RoundTo}円未満は切り捨て、{t.Article}）"),
        UseCap c => new(c, "caps", Wording.Of(c.UserClass), $"{c.InWords()}（{c.Article}）"),
        PointRule p => new(p, "point-rules", PointWording.Of(p.Kind), p.InWords()),
        PointLimit l => new(l, "point-limits", "予約の停止", l.InWords()),
        LotteryRule l => new(l, "lotteries", $"{Of(l.HallId, halls)}　{(l.RoomId is null ? "すべての部屋" : room ?? "1つの部屋")}", l.InWords()),
        Surcharge s => new(s, "surcharges", $"{Of(s.HallId, halls)}　{s.Name}", $"{Wording.Of(s.Trigger)}、{(s.Unit == SurchargeUnit.Percent ? $"部屋の使用料の{s.Amount}％" : (s.Unit == SurchargeUnit.Hour ? "1時間" : "1回") + Wording.Yen(s.Amount))}{(s.FirstMonth is { } first ? $"、{first}月から{s.LastMonth}月まで" : "")}（{s.RoundTo}円未満は切り捨て、{s.Article}）"),
        Reduction r => new(r, "reductions", $"{Of(r.HallId, halls)}　{r.Group}{(r.Purpose.Length > 0 ? $"（{r.Purpose}）" : "")}", $"{Wording.Of(r.Item)}の{r.Percent}％を減らす（残りの{r.RoundTo}円未満は切り捨て、確かめるもの：{r.Evidence}、{r.Article}）"),
        Equipment e => new(e, "equipment", $"{Of(e.HallId, halls)}　{e.Name}", $"{e.Stock}つ、{Wording.Of(e.Unit)}{Wording.Yen(e.Yen)}（{e.Article}）"),
        Rounding n => new(n, "roundings", "使用料の合計", $"{n.RoundTo}円未満は切り捨て（{n.Article}）"),
        PermitForm f => new(f, "permit-forms", f.Title, $"{f.FormNumber}、{f.Issuer}"),
        TieRule t => new(t, "ties", $"{t.Code}　{t.Name}", t.InWords()),
        PurposeKind p => new(p, "purposes", p.Name, p.IsForbidden ? $"貸せない（{p.RefusalCode}、{p.Article}）" : "貸せる"),
        RefusalReason r => new(r, "refusal-reasons", r.Code, $"{r.Reason}（{r.Article}）"),
        RefusalForm f => new(f, "refusal-forms", f.Title, $"{f.FormNumber}、{f.Issuer}"),
        RoomPrice p => new(p, "prices", $"{room}　{p.Bands}", $"{Wording.Yen(p.Yen)}（{p.Article}）"),
        _ => throw new InvalidOperationException(rule.GetType().Name),
    };

    /// <summary>What holds while there is no such rule.</summary>
    public static string WithoutIt(string kind) => kind switch
    {
        "caps" => "定めるまで、ひと月に予約できる数に上限はありません。",
        "cancel-terms" => "定めるまで、取り消しても使用料はかかりません。",
        "point-rules" => "定めるまで、点数はつきません。",
        "point-limits" => "定めるまで、点数で予約が止まることはありません。",
        "surcharges" => "定めるまで、使用料に加算はありません。",
        "reductions" => "定めるまで、使用料を減らすことはできません。",
        "equipment" => "定めるまで、備品は貸し出しません。",
        "roundings" => "定めるまで、使用料の合計の端数は切り捨てません。",
        "lotteries" => "定めるまで、抽選はなく、先着で受け付けます。",
        "ties" => "定めるまで、このつながりは選べません。ほかになければ、たずねません。",
        "purposes" => "定めるまで、この種類は選べません。ほかに種類がなければ、たずねません。",
        "refusal-reasons" => "定めるまで、この理由で不許可にすることはできません。",
        "refusal-forms" => "定めるまで、予約を不許可にすることはできません。",
        _ => "定めるまで、この規則を使う予約は受け付けられません。",
    };

    private static string Of(Guid? hall, HallDirectory halls) => hall is { } id ? halls.NameOf(id) : "市全体";
}
