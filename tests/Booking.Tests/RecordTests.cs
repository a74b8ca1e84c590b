using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SampleCity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>Hires of the past come as a list, and the report counts permits and heads from the records.</summary>
public sealed class RecordTests
{
    private const string Heads = "許可番号,館番号,室番号,利用日,開始,終了,団体名,目的,人数,使用料";

    [Fact]
    public async Task A_list_of_the_past_is_taken_once_and_counted()
    {
        await using var app = await City.StartAsync();
        string[] rows = ["2026-1,1,201,R8.10.3,9:00,12:00,みどり書道会,書道の練習,18,400", "2026-2,1,201,2026/10/3,13:00,16:00,,会議,7,0"];

        await app.ImportAsync("hires", Heads, rows);
        await app.ImportAsync("hires", Heads, rows);

        var hires = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().OrderBy(h => h.Number).ToListAsync());
        Assert.Equal([("2026-1", "午前", 18), ("2026-2", "", 7)], hires.Select(h => (h.Number, h.Bands, h.Came ?? 0)));
        Assert.Equal((2, 25), await CountAsync(app, new Period(new(2026, 10, 1), new(2026, 10, 31))));
        Assert.Equal((0, 0), await CountAsync(app, new Period(new(2026, 11, 1), new(2026, 11, 30))));
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("1,99,201,2026-10-03,9:00,12:00,会,会議,5,0", "館番号「99」の館はありません。")]
    [InlineData("1,1,999,2026-10-03,9:00,12:00,会,会議,5,0", "室番号「999」の部屋は、中央公民館にありません。")]
    [InlineData("1,1,201,2026-10-03,12:00,9:00,会,会議,5,0", "終了は開始より後にしてください。")]
    [InlineData("1,1,201,2026-12-03,9:00,12:00,会,会議,5,0", "これからの予約は取り込めません。部屋の台帳から入れてください。")]
    public async Task A_row_that_cannot_be_says_why(string row, string sentence)
    {
        await using var app = await City.StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.ImportAsync("hires", Heads, row));

        Assert.EndsWith(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_booked_here_no_list_overwrites()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync(), app.Clock.Today().AddDays(2));
        app.Clock.Advance(TimeSpan.FromDays(5));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.ImportAsync("hires", Heads, $"{number},1,201,2026-11-24,9:00,12:00,会,会議,5,0"));

        Assert.Contains("ここで受けた予約です。", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permits_count_when_given_and_heads_when_somebody_came_and_a_cancelled_one_is_none()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var (permitted, cancelled) = (await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(room, span: "13:00-17:00"));
        var december = new Period(new(2026, 12, 1), new(2026, 12, 31));
        Assert.Equal((0, 0), await CountAsync(app, december));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{(await app.HireAsync(permitted)).Id}/permit"));
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{(await app.HireAsync(cancelled)).Id}/cancel"), new { Reason = "都合による" });
        Assert.Equal((1, 0), await CountAsync(app, december));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 12, 0, 0, TimeSpan.FromHours(9)));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        await later.SubmitAsync(await later.OpenAsync($"/staff/hires/{(await app.HireAsync(permitted)).Id}/used"), new { Came = 9 });

        Assert.Equal((1, 9), await CountAsync(app, december));
    }

    [Fact]
    public void The_sample_citys_years_are_as_large_as_the_printed_ones_and_no_room_is_hired_twice()
    {
        var (before, printed) = (HireYear.Make(2013, 1), HireYear.Make(2014, 1));

        Assert.Equal((25_902, 439_228), (printed.Count, printed.Sum(h => h.People)));
        Assert.Equal(434_341, before.Sum(h => h.People));
        Assert.Equal(printed.Count, printed.Select(h => (h.HallNo, h.RoomNo, h.Date, h.From)).Distinct().Count());
        Assert.Equal(before.Count + printed.Count, before.Concat(printed).Select(h => h.Number).Distinct().Count());
        Assert.Equal(printed, HireYear.Make(2014, 1));
    }

    private static Task<(long Permits, long Users)> CountAsync(KominkanApp app, Period period) => app.DoAsync(async s =>
    {
        var figures = new Dictionary<string, long>();
        await foreach (var figure in s.GetServices<IFigures>().OfType<BookingFigures>().Single().InPeriodAsync(period))
        {
            figures[figure.Key] = figures.GetValueOrDefault(figure.Key) + figure.Value;
        }

        return (figures.GetValueOrDefault(BookingFigures.Permits), figures.GetValueOrDefault(BookingFigures.Users));
    });
}
