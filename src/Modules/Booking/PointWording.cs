using System.Globalization;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking;

/// <summary>The fixed words of points and of registrations, the same on every page.</summary>
internal static class PointWording
{
    public static readonly IReadOnlyList<Choice> Kinds = [new(nameof(PointKind.NoShow), Of(PointKind.NoShow)), new(nameof(PointKind.LateCancel), Of(PointKind.LateCancel))];

    /// <summary>0.5点 to 10点.</summary>
    public static readonly IReadOnlyList<Choice> Amounts = [.. Enumerable.Range(1, 20).Select(n => new Choice(n.ToString(CultureInfo.InvariantCulture), Points(n)))];

    public static string Of(PointKind kind) => kind == PointKind.NoShow ? "無断の不使用" : "直前の取消";

    public static Status StatusOn(this Entitlement entitlement, DateOnly today) => entitlement.State switch
    {
        EntitlementState.Asked => new("承認待ち", Tone.Warn),
        EntitlementState.Ended when entitlement.ApprovedBy is null => new("承認せず", Tone.Off),
        _ when entitlement.LastDay < today => new("終わり", Tone.Off),
        EntitlementState.Ended => new($"{entitlement.LastDay.MonthDay()}まで", Tone.Warn),
        _ when entitlement.From > today => new("これから", Tone.Warn),
        _ => new("いま", Tone.Ok),
    };

    public static Status Of(PointState state) => state switch
    {
        PointState.Waiting => new("弁明待ち", Tone.Warn),
        PointState.Given => new("点数をつけた", Tone.Bad),
        PointState.Waived => new("見送った", Tone.Ok),
        _ => new("取り下げ", Tone.Off),
    };

    /// <summary>Where a case stands: who was heard, or let the time pass, waits for the decision.</summary>
    public static Status StatusAt(this PointCase about, DateTime nowUtc) => about.IsRipe(nowUtc) ? new("決定待ち", Tone.Warn) : Of(about.State);

    public static string Of(HireActKind kind) => kind switch
    {
        HireActKind.Booked => "受け付けた",
        HireActKind.Permitted => "許可した",
        HireActKind.Reduced => "減免をつけた",
        HireActKind.Proved => "書類を確かめた",
        HireActKind.Unproved => "書類の確認を取り消した",
        _ => "取り消した",
    };

    public static string Of(PointReason? reason) => reason switch
    {
        PointReason.NoAnswer => "弁明がない",
        PointReason.NoGround => "やむを得ない事情がない",
        PointReason.Disaster => "災害",
        PointReason.Illness => "急病",
        PointReason.Mistake => "手続きの誤り",
        PointReason.Other => "その他",
        _ => "－",
    };

    public static IReadOnlyList<Choice> Choices(IEnumerable<PointReason> reasons) => [.. reasons.Select(r => new Choice(r.ToString(), Of(r)))];

    /// <summary>0.5点, 1点</summary>
    public static string Points(int half) => half % 2 == 0 ? $"{half / 2}点" : $"{half / 2}.5点";

    /// <summary>災害（大雨）</summary>
    public static string ReasonInWords(this PointCase about) => $"{Of(about.Reason)}{(about.Words.Length > 0 ? $"（{about.Words}）" : "")}";

    /// <summary>The rule as residents read it.</summary>
    public static string InWords(this PointRule rule) =>
        $"{(rule.Kind == PointKind.NoShow ? "連絡なく使わなかったとき" : rule.DaysBefore == 0 ? "使う日の当日に取り消したとき" : $"使う日の{rule.DaysBefore}日前から後に取り消したとき")}は、{Points(rule.HalfPoints)}です。{rule.Months}か月で消えます（{rule.Article}）。";

    public static string InWords(this PointLimit limit) => $"{Points(limit.HalfPoints)}になると、{limit.Months}か月のあいだ新しい予約ができません（{limit.Article}）。";
}
