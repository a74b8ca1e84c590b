using System.Globalization;

namespace Kominkan.Reporting.Domain;

/// <summary>The sentences of the booklet, written from the figures.</summary>
internal static class Sentences
{
    /// <summary>「講座数では30件減、参加者数では315人減少した。」; empty when no change is known.</summary>
    /// <param name="changes">What changed (講座数では), by how much, in which unit; null where one of the years is unknown.</param>
    public static string OfChange(params IEnumerable<(string Subject, long? Change, string Unit)> changes)
    {
        var known = changes.Where(c => c.Change is not null).ToList();
        return known.Count == 0 ? "" : string.Join('、', known.Select((c, n) => c.Subject + Amount(c.Change!.Value, c.Unit, isLast: n == known.Count - 1))) + "。";
    }

    /// <summary>「講座数91件（前年度121件）」; a dash where nothing is known.</summary>
    public static string OfFigure(string subject, ReportLine line) =>
        subject + Number(line.Value, line.Unit) + (line.Previous is null ? "" : $"（前年度{Number(line.Previous, line.Unit)}）");

    public static string Number(long? value, string unit) => value is { } v ? v.ToString("N0", CultureInfo.InvariantCulture) + unit : "－";

    /// <summary>+186, -5,459, ±0; a dash where one of the years is unknown.</summary>
    public static string Signed(long? change) => change switch
    {
        null => "－",
        0 => "±0",
        { } c => c.ToString("+#,0;-#,0", CultureInfo.InvariantCulture),
    };

    private static string Amount(long change, string unit, bool isLast)
    {
        // Shares differ by points, not by percents.
        var amount = Number(Math.Abs(change), unit == "%" ? "ポイント" : unit);
        return (Math.Sign(change), isLast) switch
        {
            (0, false) => "増減なし",
            (0, true) => "増減がなかった",
            ( > 0, false) => amount + "増",
            ( > 0, true) => amount + "増加した",
            (_, false) => amount + "減",
            (_, true) => amount + "減少した",
        };
    }
}
