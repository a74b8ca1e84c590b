using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.Reporting;

/// <summary>A report as a file.</summary>
internal static class ReportFile
{
    // Kanji as themselves, for readers of the file.
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(Report report, ReportFormat format, Stream stream, CancellationToken cancellation)
    {
        switch (format)
        {
            case ReportFormat.Json:
                await using (var json = new Utf8JsonWriter(stream, Json))
                {
                    Write(report, json);
                }

                break;
            case ReportFormat.Html:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Html(report)), cancellation);
                break;
            default:
                await TableWriter.WriteAsync(stream, format == ReportFormat.Xlsx ? TableFormat.Xlsx : TableFormat.Csv, Table(report), cancellation);
                break;
        }
    }

    public static string Name(Report report, string period) =>
        $"report-{period}{(report.Place.Hall is { } no ? "-hall" + no : report.Place.Ward is null ? "" : "-ward")}";

    private static Table Table(Report report) => new(
        report.PeriodName,
        ["区分", "項目", "単位", new(report.PeriodName, NumberStyle.Thousands), new(report.PreviousName, NumberStyle.Thousands), new("増減", NumberStyle.Thousands), "備考", "キー"],
        report.Lines.Select(l => (IReadOnlyList<object?>)[l.Section, l.Label, l.Unit, l.Value, l.Previous, l.Change, l.Note, l.Key]),
        $"{report.Title}（{report.PlaceName}）");

    private static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var line in report.Lines)
        {
            json.WriteStartObject();
            json.WriteString("key", line.Key);
            json.WriteString("label", line.Label);
            json.WriteString("unit", line.Unit);
            Number(json, "value", line.Value);
            Number(json, "previous", line.Previous);
            Number(json, "change", line.Change);
            json.WriteString("note", line.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A page by itself, without the site around it.</summary>
    private static string Html(Report report)
    {
        var html = new StringBuilder();
        var title = $"{report.Title}（{report.PlaceName}）";
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Text(title)}</title>")
            .Append("<style>@page{size:A4;margin:15mm}body{font:10.5pt/1.6 'Noto Sans JP','Noto Sans CJK JP',sans-serif}table{border-collapse:collapse;width:100%;margin-bottom:1.5em}caption,th{text-align:start}caption{font-weight:700}th,td{border:1px solid #757575;padding:.2em .5em}.num{text-align:end;white-space:nowrap}tr{break-inside:avoid}</style></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(title)}</h1>\n");
        foreach (var section in report.Lines.GroupBy(l => l.Section))
        {
            html.Append(CultureInfo.InvariantCulture, $"<table><caption>{Text(section.Key)}</caption><thead><tr><th scope=\"col\">項目</th><th scope=\"col\" class=\"num\">{Text(report.PeriodName)}</th><th scope=\"col\" class=\"num\">{Text(report.PreviousName)}</th><th scope=\"col\" class=\"num\">増減</th><th scope=\"col\">備考</th></tr></thead><tbody>\n");
            foreach (var line in section)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(line.Label)}</th><td class=\"num\">{Sentences.Number(line.Value, line.Unit)}</td><td class=\"num\">{Sentences.Number(line.Previous, line.Unit)}</td><td class=\"num\">{Sentences.Signed(line.Change)}</td><td>{Text(line.Note ?? "")}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
