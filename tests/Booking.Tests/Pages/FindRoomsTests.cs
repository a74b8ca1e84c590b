using System.Globalization;
using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Somebody knows when, with how many and what for, and not where.</summary>
public sealed class FindRoomsTests
{
    private const string Saturdays = "/rooms/find?from=2026-12-01&to=2026-12-26&day=Saturday";

    [Fact]
    public async Task A_saturday_afternoon_for_twenty_with_a_projector_is_found_and_leads_into_booking_it()
    {
        await using var app = await City.StartAsync();

        var found = await app.Visitor.OpenAsync($"{Saturdays}&band=午後&people=20&item=プロジェクター");

        Assert.All(Rows(found), r => Assert.Contains("（土） 午後 13:00–17:00", r, StringComparison.Ordinal));
        Assert.True(Rows(found).Select(HallOf).Distinct().Count() > 3, found.Text);
        Assert.True(Seats(found).All(s => s >= 20) && Seats(found).SequenceEqual(Seats(found).Order()), found.Text);
        var step = await app.Visitor.OpenAsync(found.Find("main a[href*='/book?']").GetAttribute("href")!);
        Assert.Equal("13:00-17:00", step.Find("input[name='Input.Span'][checked]").GetAttribute("value"));
        Assert.Contains("取り置いています", (await app.Visitor.SubmitAsync(step)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-12-01&to=2026-12-26&day=Saturday&band=午後&people=20&item=プロジェクター&kind=研修室&order=Cheap", "12月1日（火）から12月26日（土）まで　土曜　午後（13:00–17:00）　20人　研修室　プロジェクター　団体・サークル　使用料の安い順")]
    [InlineData("from=2026-12-05&to=2026-12-05&starts=10:00&ends=11:30&place=1&userClass=Individual", "12月5日（土）から12月5日（土）まで　10:00–11:30　中央公民館　個人　人数に合う順")]
    [InlineData("people=4999", "11月23日（月）から12月20日（日）まで　4999人　団体・サークル　人数に合う順")]
    public async Task Who_has_asked_sees_what_was_asked_and_found_before_the_form(string query, string words)
    {
        await using var app = await City.StartAsync();

        var found = await app.Visitor.OpenAsync($"/rooms/find?{query}");

        Assert.Equal(words, found.Find("h1 + p").TextContent);
        Assert.False(found.Find("details:has(form)").HasAttribute("open"));
        Assert.Equal("条件を変える", found.Find("details:has(form) > summary").TextContent);
        Assert.StartsWith("いま予約できる時間", found.Find("details + h2").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rooms/find")]
    [InlineData("/rooms/find?people=0")]
    public async Task Who_has_not_asked_yet_or_must_mend_something_sees_the_form(string url)
    {
        await using var app = await City.StartAsync();

        var form = await app.Visitor.OpenAsync(url);

        Assert.True(form.Find("details:has(form)").HasAttribute("open"));
        Assert.Null(form.Document.QuerySelector("h1 + p"));
    }

    [Fact]
    public async Task What_is_taken_is_not_found_nor_are_its_parts_and_the_library_never()
    {
        await using var app = await City.StartAsync();
        await app.ClaimAsync(Use(await app.RoomAsync("大ホール"), 13, 17));

        var found = await app.Visitor.OpenAsync($"/rooms/find?from={Day:yyyy-MM-dd}&to={Day:yyyy-MM-dd}&band=午後&place=1");

        Assert.Contains("研修室1", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rows(found), r => r.Contains("大ホール", StringComparison.Ordinal) || r.Contains("図書室", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_of_ones_own_is_priced_by_the_hour_and_keeps_its_hours_on_the_next_page()
    {
        await using var app = await City.StartAsync();

        var found = await app.Visitor.OpenAsync($"/rooms/find?from={Day:yyyy-MM-dd}&to={Day:yyyy-MM-dd}&starts=10:00&ends=11時30分&place=1&kind=研修室&people=40");

        Assert.Contains("10:00–11:30", Assert.Single(Rows(found)), StringComparison.Ordinal);
        Assert.Contains("400円", Rows(found)[0], StringComparison.Ordinal);
        var step = await app.Visitor.OpenAsync(found.Find("main a[href*='/hours?']").GetAttribute("href")!);
        Assert.Equal("10:00", step.Find("input[name='Input.From']").GetAttribute("value"));
    }

    [Fact]
    public async Task Many_answers_come_in_pages_of_fifty_and_can_be_ordered_by_price_or_day()
    {
        await using var app = await City.StartAsync();

        var cheap = await app.Visitor.OpenAsync("/rooms/find?order=Cheap");
        var second = await app.Visitor.OpenAsync(cheap.Find("nav.pager a[rel=next]").GetAttribute("href")!);

        Assert.Equal((50, 50), (Rows(cheap).Count, Rows(second).Count));
        Assert.Empty(Rows(cheap).Intersect(Rows(second)));
        var yen = Rows(cheap).Concat(Rows(second)).Select(YenOf).ToList();
        Assert.Equal(yen.Order(), yen);
        Assert.All(Rows(await app.Visitor.OpenAsync("/rooms/find?order=Early")), r => Assert.Contains("11月23日（月）", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_is_free_the_nearest_other_times_are_offered()
    {
        await using var app = await City.StartAsync();
        await app.ClaimAsync(Use(await app.RoomAsync("調理室"), 9, 12));

        var found = await app.Visitor.OpenAsync($"/rooms/find?from={Day:yyyy-MM-dd}&to={Day:yyyy-MM-dd}&day=Saturday&band=午前&place=1&kind=調理室");

        Assert.Contains("この条件で空いている時間はありません", found.Text, StringComparison.Ordinal);
        Assert.Contains("近い日と時間", found.Text, StringComparison.Ordinal);
        Assert.Contains("12月5日（土） 午後", Rows(found)[0], StringComparison.Ordinal);
        Assert.Equal(6, Rows(found).Count);
        Assert.Contains("条件を減らすと見つかるかもしれません", (await app.Visitor.OpenAsync("/rooms/find?people=4999")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Individuals_are_shown_only_what_they_can_book_already()
    {
        await using var app = await City.StartAsync();
        const string later = "/rooms/find?from=2026-12-15&to=2026-12-26";

        Assert.NotEmpty(Rows(await app.Visitor.OpenAsync(later)));
        Assert.Contains("0件", (await app.Visitor.OpenAsync(later + "&userClass=Individual")).Text, StringComparison.Ordinal);
        var soon = await app.Visitor.OpenAsync("/rooms/find?userClass=Individual&place=1");
        var step = await app.Visitor.OpenAsync(soon.Find("main a[href*='/book?']").GetAttribute("href")!);
        Assert.Equal("Individual", step.Find("input[name='Input.UserClass'][checked]").GetAttribute("value"));
    }

    [Fact]
    public async Task Where_the_last_piece_of_equipment_is_lent_no_room_of_the_hall_is_found()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var room = await app.RoomAsync("研修室2");
        var url = $"/rooms/find?from={Day:yyyy-MM-dd}&to={Day:yyyy-MM-dd}&band=午前&place=1&item=放送設備";
        Assert.NotEmpty(Rows(await app.Visitor.OpenAsync(url)));

        await app.DoAsync(s => s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, Day, At(10), At(11)), new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "合唱団", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" }, "練習", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives, Wishes = new([], new Dictionary<string, int> { ["放送設備"] = 1 }) }));

        Assert.DoesNotContain(Rows(await app.Visitor.OpenAsync(url)), r => r.Contains("12月5日（土） 午前", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2026-02-30", "From")]
    [InlineData("from=2026-11-01", "From")]
    [InlineData("from=9999-12-31", "From")]
    [InlineData("from=2026-12-05&to=9999-12-31", "To")]
    [InlineData("from=2026-12-05&to=2026-12-01", "To")]
    [InlineData("from=2026-12-05&to=2027-12-05", "To")]
    [InlineData("starts=10:07&ends=11:00", "Ends")]
    [InlineData("starts=10:00", "Ends")]
    [InlineData("people=0", "People")]
    [InlineData("people=たくさん", "People")]
    [InlineData("place=火星", "Place")]
    [InlineData("day=Someday", "Day")]
    public async Task What_cannot_be_looked_for_is_said_beside_its_box(string query, string box)
    {
        await using var app = await City.StartAsync();

        var refused = await app.Visitor.OpenAsync($"/rooms/find?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Equal($"#{box}", refused.Find(".error-summary a").GetAttribute("href"));
        Assert.Empty(Rows(refused));
    }

    [Theory]
    [InlineData("/rooms/find?from=2026-12-01&to=2026-12-26&people=20", "Date")]
    [InlineData("/rooms/find?place=1&band=午前", "HallId")]
    [InlineData("/rooms/find?people=4999", "Date")]
    public async Task One_question_by_an_index_tells_all_that_happens(string url, string column)
    {
        var queries = new OccupancyQueries();
        await using var app = await City.StartAsync(s => s.AddSingleton<IInterceptor>(queries));
        await app.ClaimAsync(Use(await app.RoomAsync(), 9, 12));
        queries.Forget();

        await app.Visitor.OpenAsync(url);

        Assert.Equal(1, queries.Count);
        var plan = await queries.PlanAsync(app);
        Assert.Contains(TestDatabase.Provider == Provider.Sqlite ? $"({column}" : "Index Cond", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_free_times_of_a_room_come_in_their_order()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.ClaimAsync(Use(room, 13, 22, date: new(2026, 11, 23)));

        var next = await app.Visitor.OpenAsync((await app.Visitor.OpenAsync($"/rooms/{room.Id}")).Find("a[href$='/next']").GetAttribute("href")!);

        Assert.Equal(10, Rows(next).Count);
        Assert.Contains("11月25日（水） 午前", Rows(next)[0], StringComparison.Ordinal);
        Assert.Contains("11月25日（水） 午後", Rows(next)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_a_list_with_a_word_for_every_day()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.ClaimAsync(Use(room, 9, 12));

        var month = await app.Visitor.OpenAsync($"/rooms/{room.Id}/month?month=2026-12");

        Assert.Equal(31, Rows(month).Count);
        Assert.StartsWith("12月5日（土） ○ 空き2 午前 × 予約あり 午後 ○ 空き 夜間 ○ 空き", Rows(month)[4], StringComparison.Ordinal);
        Assert.Contains("休館 月曜休館", Rows(month)[6], StringComparison.Ordinal);
        Assert.Contains("年と月を読み取れません。", (await app.Visitor.OpenAsync($"/rooms/{room.Id}/month?month=13月")).Text, StringComparison.Ordinal);
        Assert.Equal($"/rooms/{room.Id}/month?month=2027-01", month.Find("a[rel=next]").GetAttribute("href"));
    }

    private static IReadOnlyList<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("main table.stack tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static string HallOf(string row) => row.Split(' ')[0];

    private static IEnumerable<int> Seats(Page page) => Rows(page).Select(r => int.Parse(r.Split("人まで")[0].Split(' ')[^1], CultureInfo.InvariantCulture));

    private static int YenOf(string row) => int.Parse(row.Split('円')[0].Split(' ')[^1].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
