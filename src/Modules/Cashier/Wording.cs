using System.Globalization;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Cashier;

/// <summary>The fixed words of the cash desk, the same on every page.</summary>
internal static class Wording
{
    public static readonly IReadOnlyList<Choice> DeskMethods = [new(nameof(Method.Cash), Of(Method.Cash)), new(nameof(Method.Transfer), Of(Method.Transfer))];

    public static string Of(Method method) => method switch
    {
        Method.Cash => "現金",
        Method.Transfer => "口座振込",
        _ => "オンライン",
    };

    public static Status Of(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Payment => new("収納", Tone.Ok),
        ReceiptKind.Refund => new("還付", Tone.Warn),
        _ => new("取消", Tone.Bad),
    };

    public static Status Of(Drawer drawer) => drawer.IsOpen ? new("開いている", Tone.Warn) : drawer.Difference == 0 ? new("締めた", Tone.Ok) : new("過不足あり", Tone.Bad);

    public static Status Of(ReversalState state) => state switch
    {
        ReversalState.Asked => new("承認待ち", Tone.Warn),
        ReversalState.Approved => new("承認", Tone.Ok),
        _ => new("却下", Tone.Bad),
    };

    public static string Yen(int yen) => yen.ToString("#,0", CultureInfo.InvariantCulture) + "円";

    /// <summary>+10円, −10円, 0円</summary>
    public static string Signed(int yen) => (yen > 0 ? "+" : yen < 0 ? "−" : "") + Yen(Math.Abs(yen));

    /// <summary>令和8年12月1日（火）正午</summary>
    public static string Moment(DateTime utc) => $"{DateOnly.FromDateTime(utc.InJapan()).Long()}{TimeOnly.FromDateTime(utc.InJapan()).Spoken()}";

    public static string Hour(DateTime utc) => utc.InJapan().ToString("H:mm", CultureInfo.InvariantCulture);
}
