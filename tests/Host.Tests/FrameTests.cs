using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Host.Tests;

/// <summary>What every page has around it, and the pages that belong to no module.</summary>
public sealed class FrameTests
{
    private static readonly Guid Somewhere = Guid.Parse("01990000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/open-data")]
    public async Task A_public_page_begins_with_a_way_to_its_text_and_ends_with_a_way_to_help(string address)
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await app.Visitor.OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("#main", page.Find("body > a").GetAttribute("href"));
        Assert.Equal("main", page.Find("main").Id);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("/help", page.Find("footer a").GetAttribute("href"));
        Assert.Null(page.Document.QuerySelector("body.staff"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], script:not([src])"));
    }

    [Fact]
    public async Task Styles_and_scripts_are_served_under_a_name_that_changes_with_them()
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await app.Visitor.OpenAsync("/");
        var files = page.Document.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.Contains(files, f => f.StartsWith("/lib/dads-tokens/1.1.9/tokens.", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await app.Visitor.Http.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(3, file[(file.LastIndexOf('/') + 1)..].Split('.').Length);
        }
    }

    [Theory]
    [InlineData("/nowhere", 404, "ページが見つかりません")]
    [InlineData("/error/400", 400, "送信を受け取れませんでした")]
    [InlineData("/error/403", 403, "この画面を開く権限がありません")]
    [InlineData("/error/429", 429, "操作が続いたため、お待ちいただいています")]
    [InlineData("/error/503", 503, "いま混み合っています")]
    [InlineData("/error/200", 404, "ページが見つかりません")]
    [InlineData("/error", 500, "ページを表示できませんでした")]
    public async Task An_error_keeps_its_status_and_says_what_to_do(string address, int status, string heading)
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await app.Visitor.OpenAsync(address);
        Assert.Equal((status, heading), ((int)page.Status, page.Heading));
        Assert.Contains(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/help");
        using var sent = await app.Visitor.Http.PostAsync(new Uri(address, UriKind.Relative), null);
        Assert.Equal(status, (int)sent.StatusCode);
    }

    [Fact]
    public async Task A_form_sent_without_its_token_is_answered_with_a_page()
    {
        await using var app = await KominkanApp.StartAsync();
        using var answer = await app.Visitor.Http.PostAsync(new Uri("/staff/sign-in", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("もう一度送ってください", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/library", "図書の検索と予約は準備中です")]
    [InlineData("/library/7?page=1", "図書の検索と予約は準備中です")]
    [InlineData("/self-run-classes", "自主講座は準備中です")]
    public async Task What_is_not_built_yet_says_so_and_what_to_do_meanwhile(string address, string heading)
    {
        await using var app = await KominkanApp.StartAsync();
        var page = await app.Visitor.OpenAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, heading), (page.Status, page.Heading));
        Assert.Equal("/halls", page.Find("main a.btn").GetAttribute("href"));
    }

    [Fact]
    public async Task A_program_that_asks_for_it_is_told_so_too()
    {
        await using var app = await KominkanApp.StartAsync();
        using var answer = await app.Visitor.Http.GetAsync(new Uri("/library/titles.json", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_front_page_shows_what_the_modules_bring_in_their_order()
    {
        await using var app = await KominkanApp.StartAsync(b => b.Services.AddSingleton<IHomeSection, Section>());
        var page = await app.Visitor.OpenAsync("/");
        Assert.Contains("まなぶ、つどう、かりる。", page.Heading, StringComparison.Ordinal);
        Assert.Equal(["/courses", "/halls", "/applications"], page.Document.QuerySelectorAll(".tile a").Select(a => a.GetAttribute("href")));
        Assert.Equal("0 0 280 57", page.Find(".home > :first-child").GetAttribute("viewBox"));
    }

    [Fact]
    public async Task Today_lists_what_happens_by_the_clock_and_what_waits_for_the_one_who_looks()
    {
        await using var app = await KominkanApp.StartAsync(b => b.Services.AddScoped<IToday, Day>());
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync("/staff");
        Assert.Equal("今日 令和8年11月23日（月）", string.Join(' ', page.Heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["昼の会", "夜の会"], page.Document.QuerySelectorAll("main .flow > table tbody th").Select(t => t.TextContent));
        Assert.Equal(["朝の会"], page.Document.QuerySelectorAll("main details tbody th").Select(t => t.TextContent));
        Assert.DoesNotContain("出席をつける", page.Text, StringComparison.Ordinal);
        Assert.Equal(["電話の申込を入れる6件"], page.Document.QuerySelectorAll(".todo li").Select(l => l.TextContent));
        page = await office.OpenAsync(page.Find(".days a:last-of-type").GetAttribute("href")!);
        Assert.Equal("令和8年11月24日（火）", page.Heading);
        Assert.Equal("この日の予定はありません", page.Find(".empty .title").TextContent);
    }

    [Fact]
    public async Task The_staffs_band_has_the_place_the_name_and_only_what_the_person_may_open()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync("/staff");
        Assert.Equal("全館", page.Find(".brand").TextContent.Trim());
        Assert.Contains("試験 太郎", page.Find(".who").TextContent, StringComparison.Ordinal);
        Assert.Equal("/staff", page.Find("nav a[aria-current=page]").GetAttribute("href"));
        // What is not everyday's work stands on 管理, and 管理 only for whom something stands there.
        Assert.Equal("管理", page.Find("nav a[href='/staff/manage']").TextContent);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("nav a"), a => a.GetAttribute("href") == "/staff/accounts");
        var manage = await office.OpenAsync("/staff/manage");
        Assert.Equal("利用者", manage.Find("main a[href='/staff/accounts']").TextContent);
        Assert.Equal("true", (await office.OpenAsync("/staff/accounts")).Find("nav a[href='/staff/manage']").GetAttribute("aria-current"));
        using var counter = await app.SignInAsync(RoleKeys.Counter);
        var few = (await counter.OpenAsync("/staff/manage")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/staff/room-waits", few);
        Assert.DoesNotContain("/staff/booking-rules", few);
        using var instructor = await app.SignInAsync(RoleKeys.Instructor);
        Assert.DoesNotContain((await instructor.OpenAsync("/staff")).Document.QuerySelectorAll("nav a"), a => a.GetAttribute("href") == "/staff/manage");
        Assert.Equal("ここで行うことはありません", (await instructor.OpenAsync("/staff/manage")).Find(".empty .title").TextContent);
        Assert.Equal("/staff/sign-in", (await app.Visitor.OpenAsync("/staff")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_is_one_press_on_every_page_of_the_staff()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff"), form: "header form");
        Assert.Equal("/staff/sign-in", (await office.OpenAsync("/staff")).Url.AbsolutePath);
    }

    private sealed class Section : IHomeSection
    {
        public int Order => -1;

        public string View => "/Pages/Shared/_Houses.cshtml";

        public Task<object> LoadAsync(CancellationToken cancellation) => Task.FromResult<object>(5);
    }

    private sealed class Day : IToday
    {
        public Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TodayEvent>>(
            date != new DateOnly(2026, 11, 23) ? [] : [At(18, "夜の会"), At(9, "朝の会"), At(11, "昼の会")]);

        public Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WaitingWork>>(
            [new("電話の申込を入れる", "/staff/courses", 6, Menu.Today), new("何もない", "/staff/courses", 0, Menu.Today), new("ほかの人の仕事", "/staff/courses", 3, "nobody.has-this")]);

        private static TodayEvent At(int hour, string title) =>
            new(new TimeOnly(hour, 0), new TimeOnly(hour + 2, 0), Somewhere, new(title, "/staff/courses", Menu.Today), "和室", "18 / 20", new Status("受付中", Tone.Ok), new("出席をつける", "/staff/courses", "nobody.has-this"));
    }
}
