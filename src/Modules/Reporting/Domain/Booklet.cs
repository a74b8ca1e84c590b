using System.Text.RegularExpressions;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Reporting.Domain;

/// <summary>１ 公民館利用状況, with its parts.</summary>
internal sealed record Chapter(string Title, IReadOnlyList<ChapterPart> Parts);

/// <param name="Group">（１）主催事業, on the first part of a group; null elsewhere.</param>
/// <param name="IsBelowGroup">ア and イ stand a step lower than （１）.</param>
internal sealed record ChapterPart(string? Group, string Title, bool IsBelowGroup, string Sentence, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>No line is known in either year: its dashes fit in one.</summary>
    public bool IsUnknown => Lines.All(l => l.Value is null && l.Previous is null);
}

/// <summary>The layout of the printed booklet: headings from the sections of the definitions, sentences from the figures.</summary>
internal static partial class Booklet
{
    private const string Digits = "０１２３４５６７８９";

    /// <summary>Headings the sections' numbers stand for.</summary>
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["1"] = "１　公民館利用状況",
        ["2"] = "２　事業概要",
        ["3"] = "３　重点事業",
        ["2(1)"] = "（１）主催事業",
        ["2(2)"] = "（２）自主講座",
    };

    public static IReadOnlyList<Chapter> Chapters(Report report)
    {
        var chapters = new List<(string Title, List<ChapterPart> Parts)>();
        string? group = null;
        foreach (var lines in report.Lines.GroupBy(l => l.Section))
        {
            var match = Section().Match(lines.Key);
            var chapter = match.Success ? Headings.GetValueOrDefault(match.Groups["chapter"].Value, "そのほか") : "そのほか";
            if (chapters.Count == 0 || chapters[^1].Title != chapter)
            {
                chapters.Add((chapter, []));
            }

            var number = match.Groups["part"].Value;
            var below = match.Groups["letter"].Success;
            var heading = below ? Headings.GetValueOrDefault($"{match.Groups["chapter"].Value}({number})") : null;
            var title = !match.Success ? lines.Key : below ? $"{match.Groups["letter"].Value}　{match.Groups["name"].Value}" : $"（{Digits[number[0] - '0']}）{match.Groups["name"].Value}";
            chapters[^1].Parts.Add(new ChapterPart(heading == group ? null : heading, title, below, Sentence(report, [.. lines]), [.. lines]));
            group = heading;
        }

        return [.. chapters.Select(c => new Chapter(c.Title, c.Parts))];
    }

    /// <summary>What the chart of the months counts.</summary>
    public const string MonthsKey = "hosted.participants";

    /// <summary>The month's attendance of both years, and what is to be seen. A closed month stays as it was closed.</summary>
    public static (Chart Chart, string Caption) Months(ClosingPeriod period, Place place, PeriodFigures now, PeriodFigures before, IReadOnlyDictionary<ClosingPeriod, long> closed)
    {
        var months = Enumerable.Range(0, 12).Select(m => ((m + 3) % 12) + 1).ToList();
        IReadOnlyList<decimal?> Values(PeriodFigures figures, FiscalYear year) => [.. months.Select(m => (decimal?)(closed.TryGetValue(new(year, m), out var kept) ? kept : figures.Tally.Value(MonthsKey, place, m)))];
        var (these, those) = (Values(now, period.Year), Values(before, period.Previous.Year));
        var most = these.Max() is > 0 and { } max ? months[these.ToList().IndexOf(max)] : 0;
        List<ChartSeries> series = [new(period.Name, these)];
        if (those.Any(v => v is not null))
        {
            series.Add(new(period.Previous.Name, those));
        }

        return (new Chart([.. months.Select(m => $"{m}月")], series, "人"), most == 0 ? "参加者の記録はまだありません。" : $"主催事業の参加者（延べ）は{most}月がいちばん多くなりました。");
    }

    /// <summary>What the booklet says above a table; empty where nothing is known.</summary>
    public static string Sentence(Report report, IReadOnlyList<ReportLine> lines)
    {
        var known = lines.Where(l => l.Value is not null).ToList();
        if (known.Count == 0)
        {
            return "";
        }

        var start = $"{report.PeriodName}{(report.Place.IsCity ? "" : $"の{report.PlaceName}")}は、";
        if (known.All(l => l.Unit == "%"))
        {
            return start + Shares(known);
        }

        // A table of several things says which of them it counts.
        var isMixed = lines.Select(l => l.Label.Split(' ')[0]).Distinct().Count() > 1 && lines.Select(Subject).Distinct().Count() < lines.Count;
        string Name(ReportLine line) => isMixed ? line.Label.Replace(" ", "", StringComparison.Ordinal) : Subject(line);
        var figures = string.Join('、', known.Select(l => Sentences.OfFigure(Name(l), l)));
        var changes = known.Where(l => l.Change is not null).Select(l => (Name(l), l.Change, l.Unit)).ToList();
        return lines[0].Key switch
        {
            // 主催事業講座数2,286件（前年度2,100件）、…で講座数186件増、参加者数5,459人減少した。
            "hosted.courses" when changes.Count > 0 => $"{start}{figures}で{Sentences.OfChange(changes.Select(c => (c.Item1.Replace("主催事業", "", StringComparison.Ordinal), c.Change, c.Unit)))}",
            "hosted.courses" or "lecture.courses" => $"{start}{figures}の講座を開催した。{Sentences.OfChange(changes.Select(c => (c.Item1 + "では", c.Change, c.Unit)))}",
            _ => $"{start}{figures}であった。{Sentences.OfChange(changes.Select(c => (c.Item1 + "は", c.Change, c.Unit)))}",
        };
    }

    /// <summary>女性の割合70%（前年度66%）、…となっている。</summary>
    private static string Shares(IEnumerable<ReportLine> lines) =>
        string.Join('、', lines.Select(l => Sentences.OfFigure(l.Label + "が", l))) + "となっている。";

    /// <summary>The last word of a label: 教養講演会 講座数 is 講座数 under its heading.</summary>
    private static string Subject(ReportLine line) => line.Label.Split(' ')[^1];

    [GeneratedRegex(@"^Ⅰ-(?<chapter>\d)\((?<part>\d)\)(?<letter>[ア-ン])? (?<name>.+)$")]
    private static partial Regex Section();
}
