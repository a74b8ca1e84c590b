using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// A CSV file in whatever encoding people's programs write: UTF-8 with or without a mark, UTF-16 with one, else Shift_JIS as
/// Windows means it (CP932). The whole file is checked before its first row is read, so that nothing is half taken.
/// </summary>
internal sealed partial class CsvSource : ISource
{
    private const int MaxCell = 32_767; // as a spreadsheet's; a quote that never closes would swallow the file
    private const int Ucs2 = 2;

    private readonly string path;
    private readonly Encoding encoding;
    private readonly string delimiter;

    private CsvSource(string path, Encoding encoding, string delimiter) => (this.path, this.encoding, this.delimiter) = (path, encoding, delimiter);

    /// <summary>CP932 that refuses what it cannot read or write, instead of putting a question mark.</summary>
    public static Encoding Cp932()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    /// <exception cref="RuleBroken">The bytes are no text in any of the encodings, or no text at all.</exception>
    public static CsvSource Open(string path)
    {
        Span<byte> mark = stackalloc byte[4096];
        using (var file = File.OpenRead(path))
        {
            mark = mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        }

        Encoding encoding;
        if (mark.StartsWith<byte>([0xFF, 0xFE]) || mark.StartsWith<byte>([0xFE, 0xFF]))
        {
            encoding = new UnicodeEncoding(bigEndian: mark[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
            if (Broken(path, encoding) is { } line)
            {
                throw new RuleBroken($"{line}行目の文字が壊れています。UTF-8 の CSV で保存し直してください。");
            }
        }
        else if (mark.Contains((byte)0))
        {
            throw new RuleBroken("表のファイルではありません。CSV（UTF-8）か Excel（.xlsx）で保存し直してください。");
        }
        else
        {
            encoding = Utf8OrCp932(path, mark.StartsWith<byte>([0xEF, 0xBB, 0xBF]));
        }

        return new CsvSource(path, encoding, DelimiterOf(path, encoding));
    }

    public int CountRows(int limit)
    {
        using var reader = new StreamReader(path, encoding);
        var buffer = new char[1 << 16];
        var (rows, quoted, filled) = (0, false, false);
        while (reader.Read(buffer) is > 0 and var length)
        {
            foreach (var c in buffer.AsSpan(0, length))
            {
                if (c == '"')
                {
                    quoted = !quoted;
                }
                else if (c is '\n' or '\r' && !quoted)
                {
                    rows += filled ? 1 : 0;
                    filled = false;
                    if (rows > limit)
                    {
                        return rows;
                    }
                }
                else if (c is not (' ' or '\t' or ',' or '　'))
                {
                    filled = true;
                }
            }
        }

        return rows + (filled ? 1 : 0);
    }

    public IEnumerable<SourceRow> Read()
    {
        using var reader = new StreamReader(path, encoding);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCell,
            BadDataFound = bad => { if (!bad.Field.StartsWith('=')) { throw new BadDataException(bad.Field, bad.RawRecord, bad.Context); } },
            BufferSize = 1 << 16,
        });
        while (Next(parser) is { } record)
        {
            yield return new SourceRow(parser.Row, Array.ConvertAll(record, Cell));
        }
    }

    private static string[]? Next(CsvParser parser)
    {
        try
        {
            return parser.Read() ? parser.Record : null;
        }
        catch (MaxFieldSizeException)
        {
            throw new RuleBroken($"{parser.Row}行目の引用符（\"）が閉じていないか、セルが{MaxCell:N0}文字を超えています。直してから取り込んでください。");
        }
        catch (BadDataException)
        {
            throw new RuleBroken($"{parser.Row}行目の引用符（\"）の使い方が正しくありません。直してから取り込んでください。");
        }
    }

    private static object? Cell(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] != '=')
        {
            return TableText.Unguard(text);
        }

        // ="0012" is how people keep a leading zero in a CSV file; everything else that begins so is a formula.
        return KeptText().IsMatch(text) ? text[2..^1]
            : new Fault("数式があります。値に直してから取り込んでください。");
    }

    private static Encoding Utf8OrCp932(string path, bool marked)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        if (Broken(path, utf8, out var wideBefore) is not { } line)
        {
            return utf8;
        }

        // Three whole Japanese letters before the first bad byte do not come about by chance in CP932: it is damaged UTF-8.
        if (marked || wideBefore >= 3)
        {
            throw new RuleBroken($"{line}行目に UTF-8 として読めない文字があります。ファイルが壊れていないか確かめ、保存し直してください。");
        }

        var cp932 = Cp932();
        return Broken(path, cp932) is { } other
            ? throw new RuleBroken($"{other}行目に UTF-8 としても Shift_JIS としても読めない文字があります。UTF-8 の CSV で保存し直してください。")
            : cp932;
    }

    private static int? Broken(string path, Encoding encoding) => Broken(path, encoding, out _);

    /// <summary>The first line that cannot be decoded, or null; how many three-byte letters came before it.</summary>
    private static int? Broken(string path, Encoding encoding, out int wideBefore)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var decoder = encoding.GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[(1 << 16) + Ucs2];
        var line = 1;
        wideBefore = 0;
        int read;
        do
        {
            read = file.Read(bytes);
            // In small steps, so that the line of a bad byte is known.
            for (var from = 0; from < read || (read == 0 && from == 0); from += 256)
            {
                var step = Math.Min(256, read - from);
                int count;
                try
                {
                    count = decoder.GetChars(bytes, from, Math.Max(step, 0), chars, 0, flush: read == 0);
                }
                catch (DecoderFallbackException e)
                {
                    var good = bytes.AsSpan(from, Math.Clamp(e.Index, 0, Math.Max(step, 0)));
                    wideBefore += Wide(good);
                    return line + good.Count((byte)'\n');
                }

                foreach (var c in chars.AsSpan(0, count))
                {
                    line += c == '\n' ? 1 : 0;
                    wideBefore += c >= '\u0800' ? 1 : 0;
                    if (c is '\0' or (>= '\u0080' and <= '\u009F') or (>= '\uF8F0' and <= '\uF8F3'))
                    {
                        return line; // what no person types: half of another encoding, or no text at all
                    }
                }
            }
        }
        while (read > 0);
        return null;
    }

    private static int Wide(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += b is >= 0xE0 and < 0xF8 ? 1 : 0;
        }

        return count;
    }

    private static string DelimiterOf(string path, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var start = new char[4096];
        var text = start.AsSpan(0, reader.ReadBlock(start));
        return text.Count('\t') > text.Count(',') ? "\t" : ",";
    }

    [GeneratedRegex("^=\"[^\"]*\"$")]
    private static partial Regex KeptText();
}
