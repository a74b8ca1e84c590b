using Kominkan.Facilities.Contracts;
using Kominkan.Host.Commands;
using Kominkan.SharedKernel.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>Records by the thousand, or a few of them, on the ways a city would take.</summary>
public static class SampleYears
{
    /// <summary>What <c>sample --full --fiscal-year</c> brings: the city, the year and the year before it.</summary>
    public static async Task FillYearsAsync(this KominkanApp app, int fiscalYear)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        await Sample.FillYearsAsync(scope.ServiceProvider, new FiscalYear(fiscalYear), CancellationToken.None);
    }

    /// <summary>The sample city's halls, rooms and opening rules.</summary>
    public static Task FillHallsAsync(this KominkanApp app) => app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());

    /// <summary>Takes rows into a dataset of <c>import</c>; each row is cells in the order of the heads.</summary>
    public static Task ImportAsync(this KominkanApp app, string dataset, string heads, params string[] rows) => app.DoAsync(async services =>
    {
        var run = await services.GetServices<IImportDataset>().Single(d => d.Name == dataset).BeginAsync(CancellationToken.None);
        var names = heads.Split(',');
        for (var i = 0; i < rows.Length; i++)
        {
            var cells = rows[i].Split(',');
            var verdict = await run.TakeAsync(new ImportRow(i + 2, column => Array.IndexOf(names, column) is >= 0 and var at ? cells[at] : ""), CancellationToken.None);
            if (verdict.Kind == VerdictKind.Error)
            {
                throw new InvalidOperationException($"{rows[i]}: {verdict.Sentence}");
            }
        }

        await run.FinishAsync(CancellationToken.None);
    });
}
