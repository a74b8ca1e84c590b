using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Where a paper must show a tie to the city, a clerk sees one before the permit, once for the group until it expires.</summary>
public sealed class TieEvidenceTests
{
    private const string SeeFirst = "つながりを示す書類を確かめてから許可してください。";

    [Fact]
    public async Task A_permit_waits_for_the_paper_and_what_was_seen_is_remembered_until_it_expires()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var first = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day));
        var second = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day.AddDays(7)));
        var stranger = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day.AddDays(14), phone: "090-0000-0002"));

        var permit = await clerk.OpenAsync($"/staff/hires/{first}/permit");
        Assert.Contains(SeeFirst, permit.Text, StringComparison.Ordinal);
        Assert.Null(permit.Document.QuerySelector("form[data-send-once]"));
        var form = await clerk.OpenAsync(permit.Find("a[href$='/evidence']").GetAttribute("href")!);
        Assert.Equal(["確かめた書類を選んでください。"], (await clerk.SubmitAsync(form, new { Paper = "運転免許証 第123号" })).Errors);
        var seen = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{first}/evidence"), new { Paper = "会員名簿" });
        Assert.Contains("書類を確かめたことを記録しました。", seen.Text, StringComparison.Ordinal);
        Assert.Contains("確認済み", seen.Text, StringComparison.Ordinal);
        Assert.Contains("会員名簿", seen.Text, StringComparison.Ordinal);

        foreach (var id in new[] { first, second })
        {
            await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));
            Assert.Equal(HireState.Permitted, (await FindAsync(app, id)).State);
        }

        Assert.Contains(SeeFirst, (await clerk.OpenAsync($"/staff/hires/{stranger}/permit")).Text, StringComparison.Ordinal);
        Assert.Contains("もう書類を確かめる必要がありません。", (await clerk.OpenAsync($"/staff/hires/{first}/evidence")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);

        app.Clock.Advance(TimeSpan.FromDays(400));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        var expired = await IdAsync(app, await TieTests.TakeInAsync(later, room, GivenRooms.ActiveTie, new(2028, 1, 22)));
        Assert.Contains(SeeFirst, (await later.OpenAsync($"/staff/hires/{expired}/permit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GivenRooms.ActiveTie, 1)]
    [InlineData(GivenRooms.Tie, 0)]
    public async Task What_a_permit_stands_on_is_read_once_and_where_nothing_need_be_seen_not_at_all(int tie, int times)
    {
        var queries = new OccupancyQueries("TieEvidence");
        await using var app = await City.StartAsync(s => s.AddSingleton<IInterceptor>(queries));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var id = await IdAsync(app, await TieTests.TakeInAsync(clerk, await app.RoomAsync(), tie, Day));
        if (times > 0)
        {
            await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/evidence"), new { Paper = "会員名簿" });
        }

        queries.Forget();
        var form = await clerk.OpenAsync($"/staff/hires/{id}/permit");
        Assert.Equal(times, queries.Count);
        queries.Forget();
        await clerk.SubmitAsync(form);

        Assert.Equal((HireState.Permitted, times), ((await FindAsync(app, id)).State, queries.Count));
    }

    [Fact]
    public async Task A_paper_recorded_by_mistake_is_taken_back_until_somebody_was_permitted_a_room_on_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var first = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day));
        var second = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day.AddDays(7)));
        Assert.Contains("まだ確かめたことになっていません。", (await clerk.OpenAsync($"/staff/hires/{first}/evidence/undo")).Text, StringComparison.Ordinal);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{first}/evidence"), new { Paper = "会員名簿" });

        var page = await clerk.OpenAsync($"/staff/hires/{second}");
        var undone = await clerk.SubmitAsync(await clerk.OpenAsync(page.Find("main a[href$='/evidence/undo']").GetAttribute("href")!));

        Assert.Contains("書類の確認を取り消しました。", undone.Text, StringComparison.Ordinal);
        Assert.Contains(SeeFirst, (await clerk.OpenAsync($"/staff/hires/{first}/permit")).Text, StringComparison.Ordinal);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{first}/evidence"), new { Paper = "会員名簿" });
        var stale = await clerk.OpenAsync($"/staff/hires/{second}/evidence/undo");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{first}/permit"));
        Assert.Equal(["この書類の確認をもとに、もう許可した予約があります。取り消せません。"], (await clerk.SubmitAsync(stale)).Errors);
        Assert.Contains("もう書類を確かめる必要がありません。", (await clerk.OpenAsync($"/staff/hires/{first}/evidence/undo")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_permit_sent_from_an_old_page_is_refused_while_the_paper_is_missing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var open = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.Tie, Day));
        var needy = await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day.AddDays(7)));

        var page = await clerk.OpenAsync($"/staff/hires/{open}/permit");
        var refused = await clerk.SubmitAsync(page with { Url = new Uri(page.Url, $"/staff/hires/{needy}/permit") });

        Assert.Equal([SeeFirst], refused.Errors);
        Assert.Equal(HireState.Booked, (await FindAsync(app, needy)).State);
        await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.Where(h => h.Id == needy).ExecuteUpdateAsync(u => u.SetProperty(h => h.PermitVersion, 1)));
        Assert.Contains("有効な書類を確かめてから", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_is_told_to_who_showed_it_is_erased_with_the_hire_and_blanked_after_its_time()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var (first, other) = (await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day)), await IdAsync(app, await TieTests.TakeInAsync(clerk, room, GivenRooms.ActiveTie, Day.AddDays(7), phone: "090-0000-0002", group: "水彩画の会")));
        foreach (var id in new[] { first, other })
        {
            await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/evidence"), new { Paper = "団体の会則" });
            await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));
        }

        var found = await app.DoAsync(async s => await s.GetRequiredService<HirePersonalData>().FindAsync(new PersonTraits(new PersonKey(Guid.NewGuid(), []), "中村", []) { KanaKeys = [JapaneseText.SearchKey("ナカムラ")], PhoneKeys = ["09000000001"] }));
        Assert.Contains(found, r => r.Fields.Any(f => f is { Name: "確かめた書類", Value: "団体の会則" }));
        await app.DoAsync(s => s.GetRequiredService<HirePersonalData>().EraseAsync([first]));
        Assert.Equal(["", "団体の会則"], await PapersAsync(app));

        var before = new DateTime(2027, 12, 31, 0, 0, 0, DateTimeKind.Utc);
        var (early, done, again) = await app.DoAsync(async s =>
        {
            var old = s.GetServices<IRetention>().OfType<OldTieEvidence>().Single();
            return (await old.CountAsync(before.AddYears(-1)), await old.ApplyAsync(before), await old.ApplyAsync(before));
        });
        Assert.Equal((0, 1, 0), (early, done, again));
        Assert.Equal(["", ""], await PapersAsync(app));
        await Rules.HoldAsync(app);
    }

    private static Task<List<string>> PapersAsync(KominkanApp app) => app.DoAsync(s => s.GetRequiredService<BookingDb>().TieEvidence.IgnoreQueryFilters().Select(e => e.Paper).OrderBy(p => p).ToListAsync());

    private static async Task<Guid> IdAsync(KominkanApp app, string number) => (await app.HireAsync(number)).Id;

    private static Task<RoomHire> FindAsync(KominkanApp app, Guid id) => app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync(h => h.Id == id));
}
