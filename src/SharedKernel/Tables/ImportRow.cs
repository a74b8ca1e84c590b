using System.Globalization;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// A row as a dataset reads it. Each reader takes a column by its name and, when the cell does not fit, keeps a sentence and
/// returns a harmless value, so that all that is wrong with a row is told at once: read everything, then ask
/// <see cref="IsWrong"/>, and end with <see cref="Settle"/>.
/// </summary>
/// <param name="number">Row of the sheet or line of the file, from 1.</param>
/// <param name="cell">The text of a column, trimmed; empty when the file does not have it.</param>
public sealed class ImportRow(int number, Func<string, string> cell)
{
    private const int ShownLength = 20;

    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    private readonly List<string> wrong = [];
    private readonly List<string> doubts = [];

    /// <summary>As the spreadsheet counts: the head is row 1 when nothing stands above it.</summary>
    public int Number => number;

    /// <summary>Something was found that forbids taking the row.</summary>
    public bool IsWrong => wrong.Count > 0;

    /// <summary>The cell as it stands, trimmed.</summary>
    public string Raw(string column) => cell(column);

    public bool IsEmpty(string column) => Raw(column).Length == 0;

    /// <summary>Text that must be there, cleaned of what no text needs; at most <paramref name="max"/> characters as a reader counts them.</summary>
    public string Text(string column, int max) => Needed(column) ? OptionalText(column, max) ?? "" : "";

    public string? OptionalText(string column, int max)
    {
        var text = JapaneseText.Clean(Raw(column));
        if (JapaneseText.Length(text) > max)
        {
            Refuse($"{column}は{max}文字までです。");
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A key such as 講座番号: full-width letters and digits become ASCII, so that one thing has one key.</summary>
    public string Code(string column, int max) => TableText.Fold(Text(column, max)).Trim();

    /// <summary>A whole number; thousands' commas, 人, 名, 円 and 回 after it and full-width digits are understood.</summary>
    public int Int(string column, int min, int max) => Needed(column) ? OptionalInt(column, min, max) ?? min : min;

    public int? OptionalInt(string column, int min, int max)
    {
        var text = Folded(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(text.TrimEnd('人', '名', '円', '回', ' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value != decimal.Truncate(value))
        {
            Refuse($"{column}「{Shown(column)}」は整数ではありません。");
            return null;
        }

        if (value < min || value > max)
        {
            Refuse(value < 0 && min >= 0 ? $"{column}「{Shown(column)}」は負の数です。" : $"{column}「{Shown(column)}」は{min:N0}から{max:N0}の間ではありません。");
            return null;
        }

        return (int)value;
    }

    /// <summary>A day that exists, in any of the ways <see cref="JapaneseEra.TryParse"/> reads, or Excel's own count of days.</summary>
    public DateOnly Date(string column) => Needed(column) ? OptionalDate(column) ?? default : default;

    public DateOnly? OptionalDate(string column)
    {
        var text = Folded(column);
        if (text.Length == 0)
        {
            return null;
        }

        // A date keeps its midnight when a spreadsheet was exported by a program: 2014/4/1 0:00:00.
        var date = JapaneseEra.TryParse(text.EndsWith(" 0:00:00", StringComparison.Ordinal) || text.EndsWith(" 00:00:00", StringComparison.Ordinal) ? text[..text.IndexOf(' ', StringComparison.Ordinal)] : text);
        if (date is null && text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            date = ExcelEpoch.AddDays(days);
        }

        if (date is null)
        {
            Refuse($"{column}「{Shown(column)}」という日付はありません。");
        }

        return date;
    }

    /// <summary>A time of day: 9:30, 09:30, 9時30分, 9時, 午後2時.</summary>
    public TimeOnly Time(string column) => Needed(column) ? OptionalTime(column) ?? default : default;

    public TimeOnly? OptionalTime(string column)
    {
        var text = Folded(column);
        if (text.Length == 0)
        {
            return null;
        }

        var time = Typed.Time(text);
        if (time is null)
        {
            Refuse($"{column}「{Shown(column)}」という時刻はありません。");
        }

        return time;
    }

    /// <summary>One of the words; width and spaces do not matter. Returns the word as the dataset writes it.</summary>
    public string OneOf(string column, params IReadOnlyCollection<string> words) => OneOf(column, words.ToDictionary(w => w)) ?? "";

    /// <summary>What one of the words stands for; <c>default</c> with a sentence when it is none of them.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> words) => Needed(column) ? OptionalOneOf(column, words) : default;

    public T? OptionalOneOf<T>(string column, IReadOnlyDictionary<string, T> words)
    {
        if (IsEmpty(column))
        {
            return default;
        }

        var text = Raw(column);
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        var key = TableText.Head(text);
        foreach (var (word, meaning) in words)
        {
            if (TableText.Head(word) == key)
            {
                return meaning;
            }
        }

        Refuse($"{column}「{Shown(column)}」は{(words.Count <= 5 ? string.Join("・", words.Keys) + "のどれでもありません。" : "使えません。")}");
        return default;
    }

    /// <summary>Adds what is wrong with the row, as a sentence that names the column and the value.</summary>
    public void Refuse(string sentence) => wrong.Add(sentence);

    /// <summary>Adds what somebody should look at; the row is taken.</summary>
    public void Doubt(string sentence) => doubts.Add(sentence);

    /// <summary>The verdict on the row: an error or a doubt when there was one, else what the dataset says.</summary>
    public Verdict Settle(Verdict verdict) => wrong.Count > 0 ? Verdict.Error(string.Concat(wrong))
        : doubts.Count > 0 ? Verdict.Check(string.Concat(doubts))
        : verdict;

    /// <summary>The cell for a sentence: long ones are cut.</summary>
    public string Shown(string column)
    {
        var text = Raw(column);
        return text.Length <= ShownLength ? text : text[..(ShownLength - (char.IsHighSurrogate(text[ShownLength - 1]) ? 1 : 0))] + "…";
    }

    private bool Needed(string column)
    {
        if (!IsEmpty(column))
        {
            return true;
        }

        Refuse($"{column}がありません。");
        return false;
    }

    private string Folded(string column) => TableText.Fold(Raw(column)).Trim();
}
