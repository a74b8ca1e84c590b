using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kominkan.SharedKernel.Ui;

/// <summary>What a chart shows, and its table.</summary>
/// <param name="Categories">Rows of the table: halls, months, age bands.</param>
/// <param name="Series">One to five; two years side by side are two series.</param>
/// <param name="Unit">人, 回, ％: stands behind every number.</param>
public sealed record Chart(IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, string Unit);

/// <param name="Values">As many as there are categories, none negative; null where nothing is known.</param>
public sealed record ChartSeries(string Label, IReadOnlyList<decimal?> Values);

/// <summary>
/// A figure drawn by the server: a caption that says what is to be seen, the drawing, and the same numbers as a table.
/// Widths are shares of the figure, so letters keep their size on a phone and on paper; from the second series on a
/// pattern or a dash speaks beside the colour.
/// </summary>
public abstract class ChartTagHelper : TagHelper
{
    protected const string None = "－";

    public required Chart Data { get; set; }

    /// <summary>The answer the drawing gives, as a sentence: 講座数は12月がいちばん多くなりました。</summary>
    public required string Caption { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        var id = "chart-" + context.UniqueId;
        output.Content.Write("<figcaption>{0}</figcaption>", Caption);
        if (Data.Series.Count > 1)
        {
            output.Content.AppendHtml("<ul class=\"legend\">");
            for (var s = 0; s < Data.Series.Count; s++)
            {
                output.Content.Write("<li><svg aria-hidden=\"true\" width=\"28\" height=\"16\">{0}{1}</svg>{2}</li>", Patterns(id + "-key", s, s), Sample(id + "-key", s), Data.Series[s].Label);
            }

            output.Content.AppendHtml("</ul>");
        }

        var drawing = new HtmlContentBuilder();
        var height = Draw(drawing, id);
        output.Content
            .Write("<svg class=\"plot\" role=\"img\" aria-label=\"{0} 数字は下の表にあります。\" width=\"100%\" height=\"{1}\">{2}{3}</svg>", Caption, height, Patterns(id, 0, Data.Series.Count - 1), drawing)
            .AppendHtml(Table());
    }

    /// <summary>Draws and returns the height in px.</summary>
    protected abstract int Draw(IHtmlContentBuilder svg, string id);

    protected virtual IHtmlContent Sample(string id, int series) =>
        new HtmlContentBuilder().Write("<rect width=\"28\" height=\"16\"{0}/>", Fill(id, series));

    protected static IHtmlContent Fill(string id, int series) =>
        series == 0 ? new HtmlString(" class=\"c1\"") : new HtmlContentBuilder().Write(" fill=\"url(#{0}-{1})\"", id, series + 1);

    protected string Number(decimal? value) => value is { } v ? v.ToString("#,##0.#", CultureInfo.InvariantCulture) + Data.Unit : None;

    protected static string Share(decimal part) => part.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static HtmlContentBuilder Patterns(string id, int from, int to)
    {
        var html = new HtmlContentBuilder();
        string[] strokes = ["", "M-2 2 2-2M0 8 8 0M6 10 10 6", "M0 4H8", "M4 0V8", "M0 0 8 8M-2 6 2 10M6-2 10 2"];
        for (var s = Math.Max(from, 1); s <= to; s++)
        {
            html.Write("<pattern id=\"{0}-{1}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" class=\"c{1}\"/><path class=\"hatch\" d=\"{2}\"/></pattern>", id, s + 1, strokes[s % strokes.Length]);
        }

        return html;
    }

    private HtmlContentBuilder Table()
    {
        var html = new HtmlContentBuilder();
        html.Write("<details><summary>数字で見る</summary><table><caption class=\"visually-hidden\">{0}</caption><thead><tr><td></td>", Caption);
        foreach (var series in Data.Series)
        {
            html.Write("<th scope=\"col\" class=\"num\">{0}</th>", series.Label);
        }

        html.AppendHtml("</tr></thead><tbody>");
        for (var c = 0; c < Data.Categories.Count; c++)
        {
            html.Write("<tr><th scope=\"row\">{0}</th>", Data.Categories[c]);
            foreach (var series in Data.Series)
            {
                html.Write("<td class=\"num\">{0}</td>", Number(series.Values[c]));
            }

            html.AppendHtml("</tr>");
        }

        return (HtmlContentBuilder)html.AppendHtml("</tbody></table></details>");
    }
}

/// <summary><c>&lt;bar-chart data="@chart" caption="…" /&gt;</c>: lying bars, one for each series, with their number.</summary>
public sealed class BarChartTagHelper : ChartTagHelper
{
    private const int Bar = 20;

    protected override int Draw(IHtmlContentBuilder svg, string id)
    {
        var max = Math.Max(1, Data.Series.SelectMany(s => s.Values).Max() ?? 1);
        // Five kanji fit beside the bars of a phone; longer names go above them.
        var above = Data.Categories.Any(c => c.Length > 5);
        var (left, room) = above ? (0m, 72m) : (30m, 45m);
        var y = 4;
        for (var c = 0; c < Data.Categories.Count; c++)
        {
            svg.Write("<text x=\"0\" y=\"{0}\">{1}</text>", y + 15, Data.Categories[c]);
            y += above ? 24 : 0;
            for (var s = 0; s < Data.Series.Count; s++)
            {
                var value = Data.Series[s].Values[c];
                var width = (value ?? 0) / max * room;
                svg.Write("<rect x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\"{4}/>", Share(left), y, Share(width), Bar - 2, Fill(id, s))
                    .Write("<text class=\"value\" x=\"{0}\" dx=\"6\" y=\"{1}\">{2}</text>", Share(left + width), y + 15, Number(value));
                y += Bar;
            }

            y += 12;
        }

        svg.Write("<line class=\"axis\" x1=\"{0}\" x2=\"{0}\" y1=\"0\" y2=\"{1}\"/>", Share(left), y - 8);
        return y - 4;
    }
}

/// <summary><c>&lt;stacked-bar-chart data="@chart" caption="…" /&gt;</c>: one full bar a category, its parts the series' shares.</summary>
public sealed class StackedBarChartTagHelper : ChartTagHelper
{
    protected override int Draw(IHtmlContentBuilder svg, string id)
    {
        var y = 4;
        for (var c = 0; c < Data.Categories.Count; c++)
        {
            var total = Data.Series.Sum(s => s.Values[c] ?? 0);
            svg.Write("<text x=\"0\" y=\"{0}\">{1}</text><text class=\"value end\" x=\"100%\" y=\"{0}\">計 {2}</text>", y + 15, Data.Categories[c], total == 0 ? None : Number(total));
            y += 24;
            var x = 0m;
            for (var s = 0; s < Data.Series.Count && total > 0; s++)
            {
                var share = (Data.Series[s].Values[c] ?? 0) / total * 100;
                if (share > 0)
                {
                    svg.Write("<rect x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"26\"{3}/><line class=\"seam\" x1=\"{4}\" x2=\"{4}\" y1=\"{1}\" y2=\"{5}\"/>", Share(x), y, Share(share), Fill(id, s), Share(x + share), y + 26);
                }

                if (share >= 14)
                {
                    svg.Write("<text class=\"inside\" x=\"{0}\" y=\"{1}\">{2}％</text>", Share(x + (share / 2)), y + 19, share.ToString("0.0", CultureInfo.InvariantCulture));
                }

                x += share;
            }

            y += 42;
        }

        return y - 8;
    }
}

/// <summary><c>&lt;line-chart data="@chart" caption="…" /&gt;</c>: the course of time from left to right.</summary>
public sealed class LineChartTagHelper : ChartTagHelper
{
    private const int Top = 28;
    private const int Bottom = 228;

    protected override IHtmlContent Sample(string id, int series) =>
        new HtmlContentBuilder().Write("<line class=\"l{0}\" x1=\"0\" x2=\"28\" y1=\"8\" y2=\"8\"/>", series + 1);

    protected override int Draw(IHtmlContentBuilder svg, string id)
    {
        var max = RoundUp(Data.Series.SelectMany(s => s.Values).Max() ?? 1);
        foreach (var part in new[] { 0m, 0.5m, 1m })
        {
            var y = Height(part * max, max);
            svg.Write("<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/><text class=\"tick\" x=\"0\" y=\"{0}\" dy=\"-5\">{1}</text>", y, Number(part * max));
        }

        for (var c = 0; c < Data.Categories.Count; c++)
        {
            svg.Write("<text class=\"tick mid{0}\" x=\"{1}\" y=\"{2}\">{3}</text>", c % 2 == 1 && Data.Categories.Count > 6 ? " second" : "", X(c), Bottom + 22, Data.Categories[c]);
        }

        for (var s = 0; s < Data.Series.Count; s++)
        {
            Line(svg, s, max);
        }

        return Bottom + 32;
    }

    private void Line(IHtmlContentBuilder svg, int s, decimal max)
    {
        var values = Data.Series[s].Values;
        for (var c = 0; c < Data.Categories.Count; c++)
        {
            if (c > 0 && values[c - 1] is { } before && values[c] is { } here)
            {
                svg.Write("<line class=\"l{0}\" x1=\"{1}\" y1=\"{2}\" x2=\"{3}\" y2=\"{4}\"/>", s + 1, X(c - 1), Height(before, max), X(c), Height(here, max));
            }

            if (values[c] is { } value)
            {
                svg.Write("<circle class=\"c{0}\" cx=\"{1}\" cy=\"{2}\" r=\"4\"/>", s + 1, X(c), Height(value, max));
            }
        }

        if (Data.Series.Count > 1 && values.LastOrDefault(v => v is not null) is { } last)
        {
            var at = Data.Categories.Count - 1;
            for (; values[at] is null; at--)
            {
            }

            svg.Write("<text class=\"inside end\" x=\"{0}\" y=\"{1}\" dy=\"-9\">{2}</text>", X(at), Height(last, max), Data.Series[s].Label);
        }
    }

    private string X(int category) => Share(4m + (92m * (category + 0.5m) / Data.Categories.Count));

    private static string Height(decimal value, decimal max) =>
        (Bottom - (value / max * (Bottom - Top))).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The next 1, 2 or 5 with zeros, so that the grid has numbers one can read.</summary>
    private static decimal RoundUp(decimal value)
    {
        var power = 1m;
        while (power * 10 < value)
        {
            power *= 10;
        }

        decimal[] steps = [1, 2, 4, 6, 8, 10];
        return steps.Select(s => s * power).FirstOrDefault(s => s >= value, power * 10);
    }
}
