using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_city_has_people_families_and_groups_and_breaks_no_rule()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillSampleAsync();
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<PeopleDb>();
            Assert.True(await db.People.CountAsync() > 50);
            Assert.Equal(12, await db.Families.CountAsync());
            Assert.Equal(4, await db.Groups.CountAsync());
            Assert.True(await db.PostalTowns.CountAsync() > 50);
            Assert.All(await db.People.Select(p => p.Details).ToListAsync(), d => Assert.All(d.Phones, p => Assert.StartsWith("090-0000-", p, StringComparison.Ordinal)));
            await foreach (var rule in s.GetServices<IInvariants>().OfType<PeopleInvariants>().Single().CheckAsync())
            {
                Assert.True(rule.Violations == 0, $"{rule.Name}: {rule.Violations} {rule.Example}");
            }
        });
        var staff = await app.HeadOfficeAsync();
        Assert.Contains("田中　安", await staff.FindAsync("nguyen"));
        Assert.Contains("同じ方かもしれない記録", (await staff.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        Assert.Contains("更新の時期", (await staff.OpenAsync("/staff/groups")).Text, StringComparison.Ordinal);
    }
}
