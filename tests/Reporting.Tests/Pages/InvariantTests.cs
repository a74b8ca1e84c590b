using Kominkan.Reporting.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Reporting.Tests.Pages;

public sealed class InvariantTests
{
    [Fact]
    public async Task A_closing_without_figures_is_found_and_a_proper_one_is_not()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/reports/close?fiscalYear=2013&month=0"));
        Assert.Equal(0, await ViolationsAsync(app));
        await app.DoAsync(s => s.GetRequiredService<ReportingDb>().FrozenFigures.ExecuteDeleteAsync());
        Assert.Equal(1, await ViolationsAsync(app));
    }

    private static Task<long> ViolationsAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        var sum = 0L;
        foreach (var invariants in services.GetServices<IInvariants>().OfType<ReportingInvariants>())
        {
            await foreach (var invariant in invariants.CheckAsync())
            {
                sum += invariant.Violations;
            }
        }

        return sum;
    });
}
