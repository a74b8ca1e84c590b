using System.Net;
using System.Text.RegularExpressions;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A permit is paper: whoever holds it asks whether it still holds.</summary>
public sealed class PermitTests
{
    [Fact]
    public async Task Whoever_reads_the_picture_sees_that_it_holds_and_nobodys_name()
    {
        await using var app = await City.StartAsync();
        var (hire, clerk) = await PermitAsync(app);
        using var _ = clerk;
        var sheet = await clerk.OpenAsync($"/staff/hires/{hire}/sheet");

        Assert.Equal("この許可書がいまも有効かを確かめるQRコード", sheet.Find(".sheet svg.qr").GetAttribute("aria-label"));
        var shown = await app.Visitor.OpenAsync(Address(sheet));

        foreach (var words in new[] { "有効", "この許可書は、いま有効です。", "第1版", "中央公民館", "研修室1", "令和8年12月5日（土）午前9時から正午まで" })
        {
            Assert.Contains(words, shown.Find("main").TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(new Regex("みどり|中村|090|[0-9]{4}-[0-9]{4}"), shown.Find("main").TextContent);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await app.Visitor.OpenAsync("/permits/AAAAAAAAAAAAAAAAAAAAAA")).Status, (await app.Visitor.OpenAsync($"/permits/{hire}")).Status));
        using var answer = await app.Visitor.Http.GetAsync(new Uri(Address(sheet), UriKind.Relative));
        Assert.Equal((true, "noindex"), (answer.Headers.CacheControl!.NoStore, answer.Headers.GetValues("X-Robots-Tag").Single()));
    }

    [Fact]
    public async Task A_change_makes_the_next_version_and_the_paper_of_before_says_so()
    {
        await using var app = await City.StartAsync();
        var (hire, clerk) = await PermitAsync(app);
        using var _ = clerk;
        var first = Address(await clerk.OpenAsync($"/staff/hires/{hire}/sheet"));

        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/extend"), new { To = "13:00" });

        Assert.Contains("この許可書は第2版に変わりました。", (await app.Visitor.OpenAsync(first)).Text, StringComparison.Ordinal);
        var sheet = await clerk.OpenAsync($"/staff/hires/{hire}/sheet");
        Assert.Contains("（第2版）", sheet.Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.Contains("午前9時から午後1時まで", sheet.Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.Contains("いま有効です。", (await app.Visitor.OpenAsync(Address(sheet))).Text, StringComparison.Ordinal);
        var earlier = await clerk.OpenAsync((await clerk.OpenAsync($"/staff/hires/{hire}")).Find("a[href$='/sheet?version=1']").GetAttribute("href")!);
        Assert.Contains("内容が変わる前の許可書です。", earlier.Text, StringComparison.Ordinal);
        Assert.Contains("午前9時から正午まで", earlier.Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.Contains("400円", earlier.Find(".sheet tfoot").TextContent, StringComparison.Ordinal);
        Assert.Null(earlier.Document.QuerySelector(".sheet svg.qr"));
        Assert.Contains("この版の許可書はありません。", (await clerk.OpenAsync($"/staff/hires/{hire}/sheet?version=3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reduction_after_the_permit_is_written_by_hand_into_the_next()
    {
        await using var app = await City.StartAsync();
        var (hire, clerk) = await PermitAsync(app);
        using var _ = clerk;
        var first = Address(await clerk.OpenAsync($"/staff/hires/{hire}/sheet"));
        Assert.Null((await clerk.OpenAsync($"/staff/hires/{hire}")).Document.QuerySelector("a[href$='/permit']"));
        var form = await clerk.OpenAsync($"/staff/hires/{hire}/reduce");

        var home = await clerk.SubmitAsync(form, new { RuleId = form.Find("input[name='Input.RuleId']").GetAttribute("value"), Evidence = "登録証 第1号" });

        Assert.Contains("予約の内容が変わりました。", (await app.Visitor.OpenAsync(first)).Text, StringComparison.Ordinal);
        Assert.Equal("許可書を書き直す", home.Find("a[href$='/permit']").TextContent);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/permit"));
        Assert.Contains("第2版に変わりました。", (await app.Visitor.OpenAsync(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_and_over_it_says_so_and_nothing_of_the_room()
    {
        await using var app = await City.StartAsync();
        var (hire, clerk) = await PermitAsync(app);
        using var _ = clerk;
        var (kept, other) = await PermitAsync(app, "和室");
        other.Dispose();
        var (paper, second) = (Address(await clerk.OpenAsync($"/staff/hires/{hire}/sheet")), Address(await clerk.OpenAsync($"/staff/hires/{kept}/sheet")));

        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/cancel"), new { By = "Hall", Reason = "空調が故障したため" });

        var cancelled = await app.Visitor.OpenAsync(paper);
        Assert.Contains("この予約は取り消されています。", cancelled.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("研修室1", cancelled.Text, StringComparison.Ordinal);
        Assert.Contains("取り消した予約の許可書です。", (await clerk.OpenAsync($"/staff/hires/{hire}/sheet")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(Day.ToUtc(At(12)));
        Assert.Contains("利用の時間が終わっています。", (await app.Visitor.OpenAsync(second)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_permitted_before_versions_were_kept_has_the_printed_one()
    {
        await using var app = await City.StartAsync();
        var (hire, clerk) = await PermitAsync(app);
        using var _ = clerk;
        await app.DoAsync(s => s.GetRequiredService<BookingDb>().Permits.ExecuteDeleteAsync());
        Assert.Contains("この版の許可書はありません。", (await clerk.OpenAsync($"/staff/hires/{hire}/sheet")).Text, StringComparison.Ordinal);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetServices<IAfterMigration>().OfType<RememberEarlierPermits>().Single().RunAsync(CancellationToken.None);
        }

        Assert.Contains("いま有効です。", (await app.Visitor.OpenAsync(Address(await clerk.OpenAsync($"/staff/hires/{hire}/sheet")))).Text, StringComparison.Ordinal);
    }

    private static string Address(Page sheet) => sheet.Find("a[href^='/permits/']").GetAttribute("href")!;

    private static async Task<(Guid Hire, Browser Clerk)> PermitAsync(KominkanApp app, string room = "研修室1")
    {
        using var resident = app.NewBrowser();
        var hire = (await app.HireAsync(await resident.BookAsync(await app.RoomAsync(room)))).Id;
        var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/permit"));
        return (hire, clerk);
    }
}
