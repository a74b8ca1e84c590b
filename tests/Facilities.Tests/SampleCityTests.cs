using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Tests;

public sealed class SampleCityTests
{
    [Fact]
    public async Task The_sample_city_has_nineteen_halls_two_branches_and_five_wards()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        var halls = await app.DoAsync(async s => await s.GetRequiredService<IHallDirectory>().GetAsync());
        Assert.Equal(19, halls.All.Count(h => h.ParentId is null));
        Assert.Equal(["17", "17-1", "17-2", "18"], halls.All.Select(h => h.No).SkipWhile(n => n != "17").Take(4));
        Assert.Equal(["中央区", "東区", "西区", "南区", "北区"], halls.Wards);
        Assert.Equal("中央公民館", halls.FindByNo("1")!.ShortName);
        Assert.Equal(halls.FindByNo("17")!.Id, halls.FindByNo("17-2")!.ParentId);
    }

    [Fact]
    public async Task Who_fills_a_database_sees_the_halls_before_they_are_committed()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(async s =>
        {
            Assert.Empty((await s.GetRequiredService<IHallDirectory>().GetAsync()).All);
            await s.GetRequiredService<IHallSample>().EnsureHallsAsync();
            var halls = await s.GetRequiredService<IHallDirectory>().GetAsync();
            Assert.Equal(21, halls.All.Count);
            Assert.NotEmpty(await s.GetRequiredService<IRooms>().OfHallAsync(halls.All[0].Id));
        });
        Assert.Equal(21, await app.DoAsync(async s => (await s.GetRequiredService<IHallDirectory>().GetAsync()).All.Count));
    }

    [Fact]
    public async Task Filling_twice_changes_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        Assert.Equal(21, await app.DoAsync(async s => (await s.GetRequiredService<IHallDirectory>().GetAsync()).All.Count));
    }

    [Fact]
    public async Task A_hall_with_a_partition_is_both_of_its_parts()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        var rooms = await app.DoAsync(async s => await s.GetRequiredService<IRooms>().OfHallAsync((await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("1")!.Id));
        Assert.Equal(["101", "101-1", "101-2", "110", "201", "202", "203", "204", "205"], rooms.Select(r => r.No));
        Assert.Equal(rooms[0].Spaces.Order(), rooms[1].Spaces.Concat(rooms[2].Spaces).Order());
        Assert.All(rooms.Skip(1), r => Assert.Single(r.Spaces));
    }

    [Fact]
    public async Task The_sample_city_breaks_no_rule()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.DoAsync(async s =>
        {
            await s.GetServices<ISampleLife>().First(l => l.Order == 10).FillAsync(app.Clock.Today(), default);
            await foreach (var invariant in s.GetServices<IInvariants>().First(i => i is FacilitiesInvariants).CheckAsync())
            {
                Assert.True(invariant.Violations == 0, invariant.Name);
            }
        });
    }
}
