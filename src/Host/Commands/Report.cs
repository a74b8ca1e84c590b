using System.CommandLine;
using System.Globalization;
using Kominkan.Reporting.Contracts;
using Spectre.Console;

namespace Kominkan.Host.Commands;

/// <summary>Prints the reports, computed from the records.</summary>
internal static class Report
{
    public static Command Verb() => new("report", "事業報告を記録から計算して出力します") { Annual(), Monthly() };

    private static Command Annual()
    {
        var year = new Argument<int>("FISCAL_YEAR") { Description = "年度（西暦。平成26年度は 2014）", CustomParser = Cli.FiscalYear };
        return Verb("annual", "一年度の事業報告（前年度と増減）", year, (reports, parsed, place, cancellation) => reports.AnnualAsync(new FiscalYear(parsed.GetValue(year)), place, cancellation));
    }

    private static Command Monthly()
    {
        var month = new Argument<DateOnly>("YYYY-MM")
        {
            Description = "月（2014-10）",
            CustomParser = r =>
            {
                if (DateOnly.TryParseExact(r.Tokens.Single().Value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1947 and <= 2200)
                {
                    return day;
                }

                r.AddError("月は 2014-10 のように指定してください。");
                return default;
            },
        };
        return Verb("monthly", "一か月の事業報告（前年同月と増減）", month, (reports, parsed, place, cancellation) => reports.MonthlyAsync(parsed.GetValue(month), place, cancellation));
    }

    private static Command Verb(string name, string description, Argument period, Func<IAnnualReports, ParseResult, Place, CancellationToken, Task<Reporting.Contracts.Report>> compute)
    {
        var hall = new Option<string?>("--hall") { Description = "館番号（分館は 17-1 のように）" };
        var ward = new Option<string?>("--ward") { Description = "区の名前（東区）" };
        var format = new Option<string?>("--format") { Description = "json、csv、xlsx、html。省くと表" };
        format.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } name && !Enum.GetNames<ReportFormat>().Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                r.AddError("--format には json、csv、xlsx、html のどれかを指定してください。");
            }
        });
        var file = new Option<string?>("--out") { Description = "書き出すファイル" };
        var verb = new Command(name, description) { period, hall, ward, format, file };
        verb.SetAction((parsed, cancellation) => Cli.InDatabaseAsync(async services =>
        {
            var reports = services.GetService<IAnnualReports>() ?? throw new RuleBroken("報告のモジュールが無効です。設定 Modules__Reporting__Enabled を確かめてください。");
            var chosen = Chosen(parsed.GetValue(format), parsed.GetValue(file));
            if (chosen == ReportFormat.Xlsx && parsed.GetValue(file) is null)
            {
                throw new RuleBroken("xlsx は --out でファイル名を指定してください。");
            }

            var report = await compute(reports, parsed, new Place(parsed.GetValue(hall), parsed.GetValue(ward)), cancellation);
            if (chosen is null)
            {
                Show(report);
            }
            else if (parsed.GetValue(file) is { } path)
            {
                await using var stream = File.Create(path);
                await reports.WriteAsync(report, chosen.Value, stream, cancellation);
            }
            else
            {
                await using var stream = Console.OpenStandardOutput();
                await reports.WriteAsync(report, chosen.Value, stream, cancellation);
            }

            return 0;
        }));
        return verb;
    }

    /// <summary>The format asked for, or the one a file's name tells; null for the table.</summary>
    private static ReportFormat? Chosen(string? format, string? file)
    {
        var name = format ?? (file is null ? null : Path.GetExtension(file).TrimStart('.'));
        return name is null ? null
            : Enum.TryParse<ReportFormat>(name, ignoreCase: true, out var known) ? known
            : throw new RuleBroken("--format に json、csv、xlsx、html のどれかを指定してください。");
    }

    private static void Show(Reporting.Contracts.Report report)
    {
        var table = new Table().Title($"{report.Title}（{report.PlaceName}）".EscapeMarkup()).Border(TableBorder.Simple);
        table.AddColumn("項目").AddColumn("単位");
        foreach (var head in (string[])[report.PeriodName, report.PreviousName, "増減"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var section in report.Lines.GroupBy(l => l.Section))
        {
            table.AddRow(new Markup($"[bold]{section.Key.EscapeMarkup()}[/]"));
            foreach (var line in section)
            {
                table.AddRow(line.Label.EscapeMarkup(), line.Unit, Number(line.Value, "N0"), Number(line.Previous, "N0"), Number(line.Change, "+#,0;-#,0;±0"));
            }
        }

        AnsiConsole.Write(table);
    }

    private static string Number(long? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "－";
}
