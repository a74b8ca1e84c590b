using System.Globalization;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kominkan.Reporting;

/// <summary>Reports and the rows behind them as files.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/reports/annual/{fiscalYear:int:range(1946,2200)}.{format:regex(^(xlsx|csv|json)$)}", AnnualAsync)
            .AllowAnonymous().WithMetadata(new PublicPageAttribute("courses", "halls", "reports"));
        app.MapGet("/staff/reports/monthly/{month:regex(^\\d{{4}}-\\d{{2}}$)}.{format:regex(^(xlsx|csv|json)$)}", MonthlyAsync).RequireAuthorization(ReportingModule.View);
        app.MapGet("/staff/reports/rows.{format:regex(^(xlsx|csv)$)}", RowsAsync).RequireAuthorization(ReportingModule.View);
    }

    private static async Task<IResult> AnnualAsync(int fiscalYear, string format, string? hall, string? ward, IAnnualReports reports, CancellationToken cancellation) =>
        await FileAsync(() => reports.AnnualAsync(new FiscalYear(fiscalYear), Where(hall, ward), cancellation), fiscalYear.ToString(CultureInfo.InvariantCulture), format, reports, cancellation);

    private static async Task<IResult> MonthlyAsync(string month, string format, string? hall, string? ward, IAnnualReports reports, CancellationToken cancellation) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await FileAsync(() => reports.MonthlyAsync(day, Where(hall, ward), cancellation), month, format, reports, cancellation)
            : Results.NotFound();

    private static async Task<IResult> RowsAsync(string format, string key, int fiscalYear, int? month, string? hall, string? ward, FigureRows rows, CancellationToken cancellation)
    {
        if (await rows.FindAsync(new RowsOf(key, fiscalYear, month ?? 0, hall, ward), cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var table = await rows.TableAsync(found, cancellation);
        var kind = format == "xlsx" ? TableFormat.Xlsx : TableFormat.Csv;
        return Results.Stream(stream => TableWriter.WriteAsync(stream, kind, table, cancellation), TableWriter.ContentType(kind), $"rows-{key}-{fiscalYear}{TableWriter.Extension(kind)}");
    }

    private static async Task<IResult> FileAsync(Func<Task<Report>> compute, string period, string format, IAnnualReports reports, CancellationToken cancellation)
    {
        Report report;
        try
        {
            report = await compute();
        }
        catch (RuleBroken)
        {
            return Results.NotFound();
        }

        var kind = Enum.Parse<ReportFormat>(format, ignoreCase: true);
        var file = new MemoryStream();
        await reports.WriteAsync(report, kind, file, cancellation);
        file.Position = 0;
        var type = kind switch
        {
            ReportFormat.Json => "application/json; charset=utf-8",
            ReportFormat.Xlsx => TableWriter.ContentType(TableFormat.Xlsx),
            _ => TableWriter.ContentType(TableFormat.Csv),
        };
        return Results.File(file, type, kind == ReportFormat.Json ? null : $"{ReportFile.Name(report, period)}.{format}");
    }

    private static Place Where(string? hall, string? ward) => new(string.IsNullOrEmpty(hall) ? null : hall, string.IsNullOrEmpty(ward) ? null : ward);
}
