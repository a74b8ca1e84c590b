using System.Globalization;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking;

/// <summary>The fixed words of hiring rooms, the same on every page.</summary>
internal static class Wording
{
    public static readonly IReadOnlyList<Choice> Classes = [new(nameof(UserClass.Group), Of(UserClass.Group)), new(nameof(UserClass.Individual), Of(UserClass.Individual))];

    public static readonly IReadOnlyList<Choice> BlockKinds =
        [.. new[] { RoomUseKind.OwnProgram, RoomUseKind.Maintenance, RoomUseKind.Election, RoomUseKind.Shelter }.Select(k => new Choice(k.ToString(), Of(k)))];

    public static Status Of(Freedom freedom) => freedom switch
    {
        Freedom.Free => new("空き", Tone.Ok),
        Freedom.Partly => new("一部空き", Tone.Warn),
        _ => new("予約あり", Tone.Bad),
    };

    /// <summary>What residents may know of a use.</summary>
    public static string Of(RoomUseKind kind) => kind switch
    {
        RoomUseKind.Hold => "受付中",
        RoomUseKind.Offer => "案内中",
        RoomUseKind.Hire => "予約あり",
        RoomUseKind.OwnProgram => "館の事業",
        RoomUseKind.Maintenance => "点検・修繕",
        RoomUseKind.Election => "選挙",
        _ => "避難所",
    };

    /// <summary>What happened to a slot, as the public file calls it.</summary>
    public static Status OfAct(string act) => act switch
    {
        "asked" => new("申請", Tone.Warn),
        "taken" => new("取った", Tone.Bad),
        "left" => new("変更前", Tone.Off),
        "moved" => new("変更後", Tone.Bad),
        _ => new("空けた", Tone.Ok),
    };

    /// <summary>What a slot is used for, as the public file calls it.</summary>
    public static string OfUse(string use) => use switch
    {
        "group" => Of(UserClass.Group),
        "individual" => Of(UserClass.Individual),
        "hire" => Of(RoomUseKind.Hire),
        "own-program" => Of(RoomUseKind.OwnProgram),
        "maintenance" => Of(RoomUseKind.Maintenance),
        "election" => Of(RoomUseKind.Election),
        "shelter" => Of(RoomUseKind.Shelter),
        _ => Of(RoomUseKind.Offer),
    };

    public static string Of(UserClass user) => user == UserClass.Group ? "団体・サークル" : "個人";

    public static string Of(HireProduct product) => product == HireProduct.Band ? "区分で借りる" : "時間で借りる";

    public static string Of(HireChannel channel) => channel switch
    {
        HireChannel.Web => "ウェブ",
        HireChannel.Counter => "窓口",
        HireChannel.Phone => "電話",
        _ => "記録",
    };

    public static Status Of(HireState state) => state switch
    {
        HireState.Booked => new("受付", Tone.Warn),
        HireState.Permitted => new("許可", Tone.Ok),
        HireState.Used => new("利用済み", Tone.Off),
        HireState.Won => new("当選・返事待ち", Tone.Warn),
        HireState.Refused => new("不許可", Tone.Bad),
        _ => new("取消", Tone.Bad),
    };

    public static Status Of(MoveState state) => state switch
    {
        MoveState.Open => new("会場を探す", Tone.Warn),
        MoveState.Offered => new("案内中", Tone.Warn),
        MoveState.Moved => new("移った", Tone.Ok),
        MoveState.Refunded => new("全額を返す", Tone.Bad),
        _ => new("そのまま", Tone.Off),
    };

    public static Status StatusOn(this Displacement displacement, DateOnly today) =>
        !displacement.IsOn ? new("取消", Tone.Off) : displacement.To < today ? new("終わり", Tone.Off) : displacement.From > today ? new("これから", Tone.Warn) : new("いま", Tone.Bad);

    public static Status Of(PermitStanding standing) => standing switch
    {
        PermitStanding.Valid => new("有効", Tone.Ok),
        PermitStanding.Changed => new("変更", Tone.Warn),
        PermitStanding.Cancelled => new("取消", Tone.Bad),
        _ => new("終了", Tone.Off),
    };

    public static Status Of(BlockState state) => state switch
    {
        BlockState.Asked => new("承認待ち", Tone.Warn),
        BlockState.Approved => new("承認", Tone.Ok),
        BlockState.Refused => new("却下", Tone.Bad),
        _ => new("取消", Tone.Off),
    };

    public static Status Of(MeetingState state) => state switch
    {
        MeetingState.Asked => new("回答待ち", Tone.Warn),
        MeetingState.Accepted => new("使える", Tone.Ok),
        MeetingState.Declined => new("使えない", Tone.Bad),
        _ => new("取下げ", Tone.Off),
    };

    public static Status Of(SeasonState state) => state switch
    {
        SeasonState.Asked => new("調整中", Tone.Warn),
        SeasonState.Taken => new("決定", Tone.Ok),
        _ => new("取下げ", Tone.Off),
    };

    public static Status Of(WaitState state) => state switch
    {
        WaitState.Waiting => new("空き待ち", Tone.Warn),
        WaitState.Offered => new("空きの案内中", Tone.Ok),
        WaitState.Taken => new("予約になった", Tone.Ok),
        WaitState.Lapsed => new("期限切れ", Tone.Off),
        _ => new("取消", Tone.Off),
    };

    /// <summary>学習・文化活動：書道の練習</summary>
    public static string Purpose(string kind, string purpose) => kind.Length > 0 && purpose.Length > 0 ? $"{kind}：{purpose}" : kind + purpose;

    /// <summary>市内に住んでいる（許可の前に書類を確かめます）</summary>
    public static Choice Offer(TieRule tie) => new(tie.Code.ToString(CultureInfo.InvariantCulture), tie.Access == TieAccess.Desk ? $"{tie.Name}（窓口か電話で）" : tie.EvidenceMonths is not null ? $"{tie.Name}（窓口で書類を確かめます）" : tie.Surcharge.Length > 0 ? $"{tie.Name}（使用料が加わります）" : tie.Name);

    public static string Of(TieAccess access) => access switch
    {
        TieAccess.Anywhere => "ウェブでも窓口でも借りられる",
        TieAccess.Desk => "窓口と電話だけで借りられる",
        _ => "借りられない",
    };

    /// <summary>The tie in a line of the rules.</summary>
    public static string InWords(this TieRule tie) =>
        $"{Of(tie.Access)}{(tie.EvidenceMonths is { } months ? $"、許可の前に{tie.Papers}のどれかを確かめる（{months}か月有効）" : "")}{(tie.Surcharge.Length > 0 ? $"、「{tie.Surcharge}」を加える" : "")}（{tie.Article}）";

    public static Status StatusOn(this DatedRule rule, DateOnly today) =>
        rule.IsValidOn(today) ? new("いま", Tone.Ok) : rule.ValidFrom > today ? new("これから", Tone.Warn) : new("終わり", Tone.Off);

    /// <summary>午前9時から正午まで</summary>
    public static string Spoken(TimeOnly from, TimeOnly to) => $"{from.Spoken()}から{(to == Cells.DayEnd ? "24時" : to.Spoken())}まで";

    /// <summary>9:00–12:00</summary>
    public static string Hours(TimeOnly from, TimeOnly to) => $"{from:H\\:mm}–{(to == Cells.DayEnd ? "24:00" : $"{to:H\\:mm}")}";

    /// <summary>令和8年12月5日（土）午前9時から正午まで</summary>
    public static string When(RoomSlot slot) => slot.Date.Long() + Spoken(slot.From, slot.To);

    public static string Of(FeeItem? item) => item switch
    {
        FeeItem.Room => "部屋",
        FeeItem.Surcharge => "加算",
        FeeItem.Equipment => "備品",
        _ => "すべて",
    };

    public static string Of(SurchargeTrigger trigger) => trigger switch
    {
        SurchargeTrigger.Asked => "申し出たとき",
        SurchargeTrigger.Weekend => "土曜・日曜・祝日",
        _ => "いつも",
    };

    public static string Of(SurchargeUnit unit) => unit switch
    {
        SurchargeUnit.Percent => "部屋の使用料の％",
        SurchargeUnit.Use => "1回の円",
        _ => "1時間の円",
    };

    public static string Of(EquipmentUnit unit) => unit == EquipmentUnit.Band ? "1区分" : "1回";

    /// <summary>令和8年12月1日（火）正午</summary>
    public static string Moment(DateTime utc) => $"{DateOnly.FromDateTime(utc.InJapan()).Long()}{TimeOnly.FromDateTime(utc.InJapan()).Spoken()}";

    public static string Yen(int yen) => (yen < 0 ? "−" : "") + Math.Abs(yen).ToString("#,0", CultureInfo.InvariantCulture) + "円";

    /// <summary>無料, 1,300円</summary>
    public static string Money(int yen) => yen == 0 ? "無料" : Yen(yen);

    /// <summary>The cap as residents read it.</summary>
    public static string InWords(this UseCap cap) =>
        $"{Of(cap.UserClass)}の予約は、1か月に{cap.Most}区分までです。時間で借りるときは1回を1区分と数えます。{(cap.FreeDays > 0 ? $"使う日の{cap.FreeDays}日前からは、上限がありません。" : "")}";

    /// <summary>The draw in a line of the rules.</summary>
    public static string InWords(this LotteryRule rule) => rule.Kind == LotteryKind.Month
        ? $"{rule.MonthsAhead}か月前の{rule.OpensOn}日から{rule.ClosesOn}日まで受け付け、当選は抽選のあと{rule.ConfirmDays}日のうちに返事、{rule.FirstComeOn}日の正午から先着。希望は{rule.MaxWishes}つ、当選は{rule.MaxWins}つまで"
        : $"受付の始まる日の、始まりから{rule.Minutes}分のあいだの申し込みを同時とみなして抽選。希望は{rule.MaxWishes}つ、当選は{rule.MaxWins}つまで";

    public static string Of(LotteryKind kind) => kind == LotteryKind.Month ? "月の抽選" : "正午の抽選";

    /// <summary>Where a draw stands at the moment.</summary>
    public static Status StatusAt(this Lottery lottery, DateTime nowUtc) => lottery.State switch
    {
        LotteryState.Drawn => new("抽選済み", Tone.Off),
        LotteryState.Frozen => new("抽選待ち", Tone.Warn),
        _ when lottery.OpensAt > nowUtc => new("これから", Tone.Off),
        _ when lottery.ClosesAt <= nowUtc => new("締切", Tone.Warn),
        _ => new("受付中", Tone.Ok),
    };

    /// <summary>The rule as residents read it: how far ahead, and when it opens where.</summary>
    public static string InWords(this BookingWindow window) => window.MonthsAhead is { } months
        ? $"{Of(window.UserClass)}が{Of(window.Product)}ときは、{(months == 0 ? "その月" : $"{months}か月先")}の末日まで予約できます。{(months == 0 ? "その月" : $"{months}か月前")}の1日（休館日なら次の開館日）に受付が始まります。ウェブは{window.WebOpens.Spoken()}から、窓口と電話は次の開館日の{window.DeskOpens.Spoken()}からです。"
        : $"{Of(window.UserClass)}が{Of(window.Product)}ときは、使う日の{window.DaysAhead}日前から予約できます。ウェブは{window.WebOpens.Spoken()}から、窓口と電話は{window.DeskOpens.Spoken()}からです。";
}
