using System.Net;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Reporting.Pages.Reporting;

/// <summary>The annual report as the booklet is laid out. Staff get a link from every figure to the rows behind it.</summary>
[AllowAnonymous]
[PublicPage("courses", "halls", "reports")]
internal sealed class AnnualModel(AnnualReports reports, IHallDirectory directory, IGrants grants) : PageModel
{
    private static readonly string[] PlaceKeys = ["hosted.courses", "hosted.participants", "lecture.courses", "lecture.participants"];

    private bool mayOpenRows;

    /// <param name="Query">hall=3, ward=東区; encoded.</param>
    public sealed record PlaceRow(string Name, bool IsWard, string Query, IReadOnlyList<string> Cells);

    [FromRoute]
    public int FiscalYear { get; set; }

    public Report Report { get; private set; } = null!;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public bool IsEmpty { get; private set; }

    public bool IsCity => Report.Place.IsCity;

    public IReadOnlyList<string> PlaceHeads { get; private set; } = [];

    /// <summary>For each ward its own row and those of its halls.</summary>
    public IReadOnlyList<IReadOnlyList<PlaceRow>> Places { get; private set; } = [];

    public Chart Months { get; private set; } = null!;

    public IReadOnlyList<ReportLine> Overview { get; private set; } = [];

    public string MonthsCaption { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? hall, string? ward, CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        var place = new Place(string.IsNullOrEmpty(hall) ? null : hall, string.IsNullOrEmpty(ward) || !string.IsNullOrEmpty(hall) ? null : ward);
        if ((place.Hall is { } no && Halls.FindByNo(no) is null) || (place.Ward is { } w && !Halls.Wards.Contains(w)))
        {
            return NotFound();
        }

        var period = new ClosingPeriod(new FiscalYear(FiscalYear), Closing.WholeYear);
        var (now, before) = (await reports.FiguresAsync(period, cancellation), await reports.FiguresAsync(period.Previous, cancellation));
        Report = ReportBuilder.Build(period, place, await reports.PlaceNameAsync(place, cancellation), now, before);
        IsEmpty = now.IsEmpty;
        mayOpenRows = User.Identity?.IsAuthenticated == true && !(await grants.HallsWhereAsync(User, ReportingModule.View)).IsEmpty;
        Chapters = Booklet.Chapters(Report);
        (Months, MonthsCaption) = Booklet.Months(period, place, now, before, await reports.ClosedMonthsAsync(period.Year, Booklet.MonthsKey, place, cancellation));
        PlaceHeads = [.. PlaceKeys.Select(now.Book.Find).OfType<FigureDefinition>().Select(d => d.Label)];
        Overview = [.. PlaceKeys.Select(Report.Find).OfType<ReportLine>()];
        Places = [.. Halls.Wards.Select(x => Halls.All.Where(h => h.Ward == x)
            .Select(h => Row(now, before, h.ShortName, new Place(Hall: h.No))).Prepend(Row(now, before, x, new Place(Ward: x))).ToList())];
        return Page();
    }

    public string File(string format) => $"/reports/annual/{FiscalYear}.{format}{Query("?")}";

    /// <summary>The value, for staff a link to its rows.</summary>
    public IHtmlContent Figure(ReportLine line)
    {
        var text = WebUtility.HtmlEncode(Sentences.Number(line.Value, line.Unit));
        return new HtmlString(mayOpenRows && line.Value is not null
            ? $"<a href=\"/staff/reports/rows?key={Uri.EscapeDataString(line.Key)}&amp;fiscalYear={FiscalYear}{WebUtility.HtmlEncode(Query("&"))}\" aria-label=\"{WebUtility.HtmlEncode(line.Label)} {text}の内訳\">{text}</a>"
            : text);
    }

    private string Query(string start) => Report.Place.Hall is { } hall ? $"{start}hall={hall}" : Report.Place.Ward is { } ward ? $"{start}ward={Uri.EscapeDataString(ward)}" : "";

    private static PlaceRow Row(PeriodFigures now, PeriodFigures before, string name, Place place) => new(
        name, place.Hall is null, place.Hall is { } no ? "hall=" + no : "ward=" + Uri.EscapeDataString(place.Ward!),
        [.. PlaceKeys.Where(k => now.Book.Find(k) is not null).Select(k => Cell(now, before, k, place))]);

    private static string Cell(PeriodFigures now, PeriodFigures before, string key, Place place)
    {
        var (value, previous) = (now.Value(key, place), before.Value(key, place));
        return Sentences.Number(value, now.Book.Find(key)!.Unit) + (value is null || previous is null ? "" : $"（{Sentences.Signed(value - previous)}）");
    }
}
