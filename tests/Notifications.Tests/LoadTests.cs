using System.Diagnostics;
using Kominkan.Notifications.Monthly;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

[Trait("Category", "Slow")]
public sealed class LoadTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public async Task Twenty_thousand_messages_are_drained_at_a_hundred_a_second_in_flat_memory()
    {
        const int Many = 20_000;
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        foreach (var part in Enumerable.Range(0, Many).Chunk(2000))
        {
            await app.PostAsync([.. part.Select(i => Told.To($"r{i}@example.jp"))]);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await app.SendAsync();
        watch.Stop();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{Many / watch.Elapsed.TotalSeconds:0} messages a second, {grown >> 10} KiB more");
        Assert.Equal(Many, mail.Count);
        Assert.True(watch.Elapsed.TotalSeconds < Many / 100.0, $"{Many / watch.Elapsed.TotalSeconds:0} a second");
        Assert.InRange(grown, long.MinValue, 16 << 20);
    }

    [Fact]
    public async Task A_month_of_the_whole_city_is_summed_up_for_every_place_in_ten_seconds_in_flat_memory()
    {
        await using var app = await KominkanApp.StartAsync(now: new DateTimeOffset(2015, 4, 1, 3, 0, 0, TimeSpan.Zero));
        await app.FillYearsAsync(2014);
        var halls = await app.DoAsync(async s => await s.GetRequiredService<IHallDirectory>().GetAsync());
        List<(Guid? Hall, string? Ward)> places = [(null, null), .. halls.Wards.Select(w => ((Guid?)null, (string?)w)), .. halls.All.Select(h => ((Guid?)h.Id, (string?)null))];
        var took = new List<TimeSpan>();
        var memory = new List<long>();
        for (var month = new DateOnly(2014, 4, 1); month <= new DateOnly(2015, 2, 1); month = month.AddMonths(1))
        {
            var watch = Stopwatch.StartNew();
            await app.DoAsync(async s =>
            {
                var summary = s.GetRequiredService<MonthlySummary>();
                foreach (var (hall, ward) in places)
                {
                    Assert.NotEmpty((await summary.OfAsync(month, hall, ward, keep: true, default)).Values["数字"].Japanese);
                }
            });
            took.Add(watch.Elapsed);
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        output.WriteLine($"{TestDatabase.Provider}: {places.Count} places, {took.Count} months, {took.Max().TotalSeconds:0.0} seconds for the slowest month, {took.Average(t => t.TotalSeconds):0.0} on average, {(memory[^1] - memory[0]) >> 10} KiB more after the last than after the first");
        Assert.True(took.Max() < TimeSpan.FromSeconds(10), $"{took.Max()}");
        Assert.InRange(memory[^1] - memory[0], long.MinValue, 16 << 20);
    }
}
