using System.ComponentModel.DataAnnotations;
using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>Freezes a month or a year; for the second time only with a reason.</summary>
[Authorize(ReportingModule.Close)]
internal sealed class CloseModel(AnnualReports reports, ReportingDb db, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "締め直す理由")]
        [MaxLength(Closing.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }

    private Tally tally = null!;
    private Closing? last;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery]
    public int FiscalYear { get; set; }

    [FromQuery]
    public int Month { get; set; }

    public ClosingPeriod Period => new(new FiscalYear(FiscalYear), Month);

    /// <summary>Why there is nothing to press, or null.</summary>
    public string? WhyNot { get; private set; }

    public bool IsAgain => last is not null;

    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var halls = await directory.GetAsync();
        var closing = Closing.Of(Period, last, JapaneseText.Clean(Input.Reason), ReportBuilder.Freeze(tally, halls), User.Identity?.Name ?? "", clock.UtcNow(), clock.Today());
        db.Closings.Add(closing);
        await db.SaveChangesAsync();
        Notice.Say(Response, closing.Restatements.Count == 0 ? $"{Period.Name}を締めました。" : $"{Period.Name}を締め直しました。違っていた数字は{closing.Restatements.Count}件です。");
        return Redirect(closing.Restatements.Count == 0 ? $"/staff/reports?fiscalYear={FiscalYear}" : "/staff/reports/restatements");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        // Who sees a part of the city would freeze that part as the whole.
        if (!Period.IsPossible || !scope.IsEverywhere)
        {
            return NotFound();
        }

        last = await db.Closings.Include(c => c.Figures).Where(c => c.FiscalYear == FiscalYear && c.Month == Month).OrderByDescending(c => c.Version).FirstOrDefaultAsync();
        WhyNot = Closing.WhyNot(Period, last, clock.Today());
        tally = await reports.TallyAsync(Period, default);
        var now = new PeriodFigures(tally, null);
        Lines = [.. ReportBuilder.Build(Period, Place.City, "", now, now).Lines.Where(l => l.Value is not null)];
        return null;
    }
}
