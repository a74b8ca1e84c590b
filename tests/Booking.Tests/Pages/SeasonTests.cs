using System.Diagnostics;
using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A circle's weekly evening for a year: one application, its days looked through, taken at once.</summary>
public sealed class SeasonTests
{
    private static readonly DateOnly First = new(2027, 4, 3);

    [Fact]
    public async Task Clashes_are_listed_with_rooms_that_are_free_and_all_is_taken_in_one_press()
    {
        await using var app = await City.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        await app.ClaimAsync(Use(room, 18, 20, date: First.AddDays(7)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        var season = await AskAsync(clerk, room.Id, First.AddDays(7 * 51));
        Assert.Contains("館の事業", season.Find("tbody tr:nth-child(2)").TextContent, StringComparison.Ordinal);
        Assert.Contains("研修室2", season.Find("#day-1").TextContent, StringComparison.Ordinal);
        var taken = await clerk.SubmitAsync(season, new Dictionary<string, string> { ["Input.Days[1].RoomId"] = other.Id.ToString() });

        var hires = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().OrderBy(h => h.Date).ToListAsync());
        Assert.Contains("決定", taken.Text, StringComparison.Ordinal);
        Assert.True(hires.Count >= 50, $"{hires.Count} hires.");
        Assert.Equal((room.Id, other.Id), (hires[0].RoomId, hires[1].RoomId));
        Assert.Equal("夜間", hires[0].Bands);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Rooms_used_at_the_same_time_are_one_application_and_no_room_is_chosen_twice_on_a_day()
    {
        await using var app = await City.StartAsync();
        var (room, second, third) = (await app.RoomAsync(), await app.RoomAsync("研修室2"), await app.RoomAsync("和室"));
        await app.ClaimAsync(Use(second, 18, 20, date: First.AddDays(7)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        var season = await AskAsync(clerk, room.Id, First.AddDays(14), second.Id);
        Assert.Contains("研修室1、研修室2", season.Text, StringComparison.Ordinal);
        Assert.Equal(6, season.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("館の事業", season.Find("tbody tr:nth-child(4)").TextContent, StringComparison.Ordinal);
        var twice = await clerk.SubmitAsync(season, new Dictionary<string, string> { ["Input.Days[3].RoomId"] = third.Id.ToString(), ["Input.Days[4].RoomId"] = room.Id.ToString(), ["Input.Days[5].RoomId"] = room.Id.ToString() });
        Assert.Equal(["4月17日（土）に同じ場所を2度選んでいます。部屋を変えるか、「使わない」にしてください。"], twice.Errors);
        var taken = await clerk.SubmitAsync(season, new Dictionary<string, string> { ["Input.Days[3].RoomId"] = third.Id.ToString() });

        Assert.Contains("6件の予約が決まりました。", taken.Text, StringComparison.Ordinal);
        var hires = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().ToListAsync());
        Assert.Equal(["3/研修室1", "3/研修室2", "10/和室", "10/研修室1", "17/研修室1", "17/研修室2"], hires.Select(h => $"{h.Date.Day}/{(h.RoomId == room.Id ? room : h.RoomId == second.Id ? second : third).Name}").OrderBy(t => int.Parse(t.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(t => t, StringComparer.Ordinal));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_room_and_a_part_of_it_are_not_used_at_the_same_time()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var (east, west, whole) = (await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）"), await app.RoomAsync("大ホール"));
        var form = await clerk.OpenAsync($"/staff/rooms/{(await app.RoomAsync()).Id}/seasons/new");
        Assert.Contains(form.Document.QuerySelectorAll("input[name='Input.MoreRooms']"), b => b.GetAttribute("value") == $"{whole.Id}");
        Assert.Equal(["同じ場所を含む部屋は、一緒には使えません。部屋を選び直してください。"], (await AskAsync(clerk, (await app.RoomAsync()).Id, First.AddDays(14), east.Id, whole.Id)).Errors);
        Assert.DoesNotContain((await clerk.OpenAsync($"/staff/rooms/{east.Id}/seasons/new")).Document.QuerySelectorAll("input[name='Input.MoreRooms']"), b => b.GetAttribute("value") == $"{whole.Id}");
        await app.ClaimAsync(Use(await app.RoomAsync(), 18, 20, date: First.AddDays(7)));
        // Of seven other rooms six are offered, the largest last.
        await app.ClaimAsync(Use(await app.RoomAsync("和室"), 18, 20, date: First.AddDays(7)));
        var season = await AskAsync(clerk, (await app.RoomAsync()).Id, First.AddDays(14), east.Id);
        Assert.Equal(["4月10日（土）に同じ場所を2度選んでいます。部屋を変えるか、「使わない」にしてください。"], (await clerk.SubmitAsync(season, new Dictionary<string, string> { ["Input.Days[2].RoomId"] = whole.Id.ToString() })).Errors);
        Assert.Contains("大ホール（東）、大ホール（西）", (await AskAsync(clerk, east.Id, First.AddDays(14), west.Id)).Text, StringComparison.Ordinal);
    }

    /// <summary>The third of three, as a program just started is slow.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_year_of_weeks_is_taken_within_a_second()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var took = TimeSpan.MaxValue;
        foreach (var name in new[] { "研修室1", "研修室2", "大ホール（東）" })
        {
            var season = await AskAsync(clerk, (await app.RoomAsync(name)).Id, First.AddDays(7 * 51));
            var clock = Stopwatch.StartNew();
            Assert.Contains("決定", (await clerk.SubmitAsync(season)).Text, StringComparison.Ordinal);
            took = clock.Elapsed;
        }

        Console.WriteLine($"A year of weeks: {took.TotalMilliseconds:0} ms");
        Assert.True(took <= TimeSpan.FromSeconds(1), $"It took {took}.");
    }

    [Fact]
    public async Task When_somebody_was_faster_nothing_is_taken_and_the_day_is_named()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var season = await AskAsync(clerk, room.Id, First.AddDays(70));
        await app.ClaimAsync(Use(room, 20, 21, date: First.AddDays(14)));

        var refused = await clerk.SubmitAsync(season);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["4月17日（土）午後6時から午後10時までの研修室1は、ほかのことに使われます。部屋か時間を変えてください。"], refused.Errors);
        Assert.Contains("館の事業", refused.Find("tbody tr:nth-child(3)").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Pressed_by_two_at_once_it_is_taken_once_and_withdrawn_it_is_not_taken()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var stranger = await app.SignInAsync(RoleKeys.Counter, "2");
        var season = await AskAsync(clerk, room.Id, First.AddDays(35));

        await AtOnceAsync(Enumerable.Range(0, 4), _ => clerk.SubmitAsync(season));

        Assert.Equal(6, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(season.Url.AbsolutePath)).Status);
        var second = await AskAsync(clerk, room.Id, First.AddDays(35));
        await clerk.SubmitAsync(await clerk.OpenAsync(second.Url.AbsolutePath + "/withdraw"));
        Assert.Null((await clerk.OpenAsync(second.Url.AbsolutePath)).Document.QuerySelector("main form[method=post]"));
        Assert.Contains("取下げ", (await clerk.OpenAsync("/staff/seasons")).Text, StringComparison.Ordinal);
        Assert.Equal(["終わりの日は、始まりの1週間後から1年後までにしてください。"], (await AskAsync(clerk, room.Id, First)).Errors);
        await Rules.HoldAsync(app);
    }

    private static async Task<Page> AskAsync(Browser clerk, Guid room, DateOnly last, params Guid[] more)
    {
        var typed = new Dictionary<string, string>
        {
            ["Channel"] = "Counter",
            ["First"] = $"{First:yyyy-MM-dd}",
            ["Last"] = $"{last:yyyy-MM-dd}",
            ["From"] = "18:00",
            ["To"] = "22:00",
            ["UserClass"] = "Group",
            ["GroupName"] = "みどり書道会",
            ["FamilyName"] = "中村",
            ["FamilyKana"] = "なかむら",
            ["Phone"] = "096-000-0001",
            ["Purpose"] = "書道の練習",
            ["PurposeKind"] = GivenRooms.PurposeKind,
            ["Tie"] = $"{GivenRooms.Tie}",
            ["People"] = "8",
        };
        foreach (var (n, id) in more.Index())
        {
            typed[$"MoreRooms[{n}]"] = id.ToString();
        }

        return await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room}/seasons/new"), typed);
    }
}
