using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Tests;

/// <summary>The sample city in a test's words.</summary>
internal static class City
{
    public static async Task<KominkanApp> StartAsync()
    {
        var app = await KominkanApp.StartAsync();
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        return app;
    }

    public static async Task<Opening> OpeningAsync(this KominkanApp app, string no, DateOnly date) => await app.DoAsync(async s =>
    {
        var hall = (await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(no)!;
        return await s.GetRequiredService<IOpeningCalendar>().OnAsync(hall.Id, date);
    });

    public static async Task<Opening> LibraryAsync(this KominkanApp app, string no, DateOnly date) => await app.DoAsync(async s =>
    {
        var hall = (await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(no)!;
        return await s.GetRequiredService<IOpeningCalendar>().LibraryOnAsync(hall.Id, date);
    });

    /// <summary>Closes a hall, or all of them.</summary>
    public static Task CloseAsync(this KominkanApp app, string? no, DateOnly from, DateOnly to, string reason, OpeningPart part = OpeningPart.Hall) => app.DoAsync(async s =>
    {
        var hall = no is null ? null : (await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(no);
        var db = s.GetRequiredService<FacilitiesDb>();
        db.Closures.Add(Closure.Announce(hall?.Id, part, from, to, ClosureKind.Inspection, reason));
        await db.SaveChangesAsync();
    });
}
