using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>A hall hands in its plan of a fiscal year, or mends it.</summary>
[Authorize(ReportingModule.Plan)]
internal sealed class PlanModel(ReportingDb db, AnnualReports reports, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    private List<YearPlan> plans = [];

    [FromRoute]
    public int Year { get; set; }

    [FromRoute(Name = "hall")]
    public string HallNo { get; set; } = "";

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public HallRef Hall { get; private set; } = null!;

    public FiscalYear Of => new(Year);

    /// <summary>What can be planned: the figures that are added up.</summary>
    public IReadOnlyList<FigureDefinition> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = new() { Lines = [.. Figures.Select(f => new PlanLineInput { Key = f.Key, Value = plans.Find(p => p.Key == f.Key)?.Value })] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Input.Lines.TrueForAll(l => l.Value is null))
        {
            throw new RuleBroken("数を1つ以上入力してください。", "Input.Lines[0].Value");
        }

        var (by, now) = (User.Identity?.Name ?? "", clock.UtcNow());
        foreach (var (i, line) in Input.Lines.Index())
        {
            var (known, field) = (plans.Find(p => p.Key == line.Key), $"Input.Lines[{i}].Value");
            if (line.Value is not { } value)
            {
                db.Plans.RemoveRange(plans.Where(p => p.Key == line.Key));
            }
            else if (known is null)
            {
                db.Plans.Add(YearPlan.Of(Year, Hall.Id, line.Key, value, by, now, field));
            }
            else
            {
                known.Change(value, by, now, field);
            }
        }

        await db.SaveChangesAsync();
        Notice.Say(Response, $"{Hall.ShortName}の{Of}の計画を受け付けました。");
        return Redirect($"/staff/reports/plans?fiscalYear={Year}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if ((await directory.GetAsync()).FindByNo(HallNo) is not { } hall || !scope.Contains(hall.Id))
        {
            return NotFound();
        }

        Hall = hall;
        Figures = [.. (await reports.BookAsync(Of, HttpContext.RequestAborted)).All.Where(d => d.IsPrinted && d.Kind == FigureKind.Sum)];
        Input.Lines = [.. Figures.Select(f => Input.Lines.Find(l => l.Key == f.Key) ?? new() { Key = f.Key })];
        plans = await db.Plans.Where(p => p.FiscalYear == Year && p.HallId == hall.Id).ToListAsync();
        return null;
    }
}
