using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kominkan.SharedKernel.Tables;

/// <summary>Small rules of text in tables, the same for reading and writing.</summary>
internal static partial class TableText
{
    /// <summary>A head or word to compare: width folded, spaces and line ends gone.</summary>
    public static string Head(string text)
    {
        var folded = Fold(text);
        return folded.Any(char.IsWhiteSpace) ? string.Concat(folded.Where(c => !char.IsWhiteSpace(c))) : folded;
    }

    /// <summary>Widths folded; a text that is no Unicode stays as it is.</summary>
    public static string Fold(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>A cell's value as text: dates as 2014-04-01, numbers without the reader's culture.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string s => s,
        DateTime d when d.Date <= new DateTime(1899, 12, 31) => d.ToString(d.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime d when d.TimeOfDay == TimeSpan.Zero => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime d => d.ToString(d.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString(t.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan t => t.ToString(t.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
        bool b => b ? "TRUE" : "FALSE",
        double d when d == Math.Truncate(d) && Math.Abs(d) < 1e15 => ((long)d).ToString(CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>
    /// True when a spreadsheet would take the text of a CSV cell for a formula. Spaces and apostrophes in front do not hide
    /// it. Signed numbers, telephone numbers and 番地 (-5, +81-96-000-0000, -3-12) are no formulas that do anything, and
    /// must keep their value.
    /// </summary>
    public static bool IsDangerous(string text)
    {
        var start = text.AsSpan().TrimStart(" 　'");
        if (start.IsEmpty)
        {
            return false;
        }

        var first = start[0];
        if (first is '\t' or '\r' or '\n')
        {
            return true;
        }

        if (first > '\u00FF')
        {
            first = Fold(first.ToString())[0];
        }

        return first is '=' or '@' || (first is '+' or '-' && !SignedDigits().IsMatch(start));
    }

    /// <summary>Puts an apostrophe before a dangerous text.</summary>
    public static string Guard(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>Takes away the apostrophe that <see cref="Guard"/> put there.</summary>
    public static string Unguard(string text) => text.StartsWith('\'') && IsDangerous(text[1..]) ? text[1..] : text;

    [GeneratedRegex(@"^[-+－＋][\d０-９()（） .,－-]*$")]
    private static partial Regex SignedDigits();
}
