using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A candidate speaks in a hall: asked through the election commission, free once, and nobody's name in public.</summary>
public sealed class MeetingTests
{
    /// <summary>Kana of two candidates, and a circle that has none.</summary>
    private static readonly string[] Asking = ["アア", "イイ", ""];

    [Fact]
    public async Task The_room_is_taken_the_answer_recorded_and_the_public_reads_election_and_no_name()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.DoesNotContain("回答を待つ個人演説会", (await manager.OpenAsync("/staff")).Text, StringComparison.Ordinal);

        var one = await EnterAsync(manager, room);

        foreach (var words in new[] { "回答待ち", "令和8年12月4日（金）までに", "熊本市議会議員選挙", "山田　太郎（ヤマダタロウ）", "令和8年12月5日（土）午後6時から午後8時まで", "1回目の使用（無料）", "公職選挙法第164条", "無料" })
        {
            Assert.Contains(words, one.Find("main").TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("回答を待つ個人演説会", (await manager.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        Assert.Contains("山田", (await manager.OpenAsync("/staff/election-meetings?state=open")).Text, StringComparison.Ordinal);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        foreach (var (who, links) in new[] { (manager, new[] { "個人演説会", "回答する：個人演説会" }), (counter, []) })
        {
            var day = await who.OpenAsync($"/staff?date={Day:yyyy-MM-dd}");
            Assert.Contains("個人演説会", day.Text, StringComparison.Ordinal);
            Assert.Equal(links, day.Document.QuerySelectorAll("main .flow td a[href], main .flow th a[href]").Select(a => a.TextContent));
        }

        var done = await manager.SubmitAsync(await manager.OpenAsync(one.Url.AbsolutePath + "/answer"), new { Answer = "Accept" });
        Assert.Contains("使える", done.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("申し出はありません", (await manager.OpenAsync("/staff/election-meetings?state=open")).Text, StringComparison.Ordinal);
        Assert.Contains("この申し出には、もう回答しています。", (await manager.OpenAsync(one.Url.AbsolutePath + "/answer")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("山田", (await manager.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        foreach (var url in new[] { $"/rooms?hall=1&date={Day:yyyy-MM-dd}", $"/rooms/{room.Id}?week={Day:yyyy-MM-dd}", $"/open/rooms/{Day:yyyy-MM-dd}.json" })
        {
            Assert.DoesNotContain("山田", (await app.Visitor.OpenAsync(url)).Html, StringComparison.Ordinal);
        }

        Assert.Equal(RoomUseKind.Election, (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.SingleAsync())).Kind);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_second_use_of_a_hall_is_paid_by_the_price_table_and_is_free_when_the_first_is_withdrawn()
    {
        await using var app = await City.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync(hall: "2"));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var first = await EnterAsync(office, room, new { From = "13:00", To = "17:00" });

        var second = await EnterAsync(office, room, new { From = "18:00", To = "22:00", Candidate = "山田太郎", Kana = "やまだ　たろう" });
        var elsewhere = await EnterAsync(office, other);
        var rival = await EnterAsync(office, room, new { From = "9:00", To = "12:00", Kana = "すずきはなこ" });

        Assert.Contains("夜間の使用料公民館条例 別表（見本）600円", Squeezed(second), StringComparison.Ordinal);
        Assert.Contains("未払い", second.Text, StringComparison.Ordinal);
        Assert.All([elsewhere, rival], p => Assert.Contains("1回目の使用（無料）", p.Text, StringComparison.Ordinal));
        var bill = await office.OpenAsync(second.Find("a[href^='/staff/cashier/bills/']").GetAttribute("href")!);
        Assert.Contains("夜間の使用料", bill.Text, StringComparison.Ordinal);
        // The counter takes the money, and has no key to the page of the meeting.
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var ledger = $"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}";
        Assert.Contains("個人演説会", (await clerk.OpenAsync(ledger)).Find("main").TextContent, StringComparison.Ordinal);
        foreach (var shown in new[] { bill.Url.AbsolutePath, ledger })
        {
            Assert.NotNull((await office.OpenAsync(shown)).Document.QuerySelector("main a[href*='election-meetings']"));
            Assert.Null((await clerk.OpenAsync(shown)).Document.QuerySelector("main a[href*='election-meetings']"));
        }
        await Rules.HoldAsync(app);

        await office.SubmitAsync(await office.OpenAsync(first.Url.AbsolutePath + "/withdraw"));
        var now = await office.OpenAsync(second.Url.AbsolutePath);
        Assert.Contains("1回目の使用になったため（無料）公職選挙法第164条−600円", Squeezed(now), StringComparison.Ordinal);
        Assert.Contains("この申し出は、もう終わっています。", (await office.OpenAsync(first.Url.AbsolutePath + "/withdraw")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
        await app.Visitor.BookAsync(room, span: "13:00-17:00");
    }

    [Fact]
    public async Task A_room_the_hall_cannot_give_is_free_again_and_the_reason_stands_there()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var one = await EnterAsync(manager, room);

        var form = await manager.OpenAsync(one.Url.AbsolutePath + "/answer");
        Assert.Equal(["使えない理由を入力してください。"], (await manager.SubmitAsync(form, new { Answer = "Decline" })).Errors);
        var done = await manager.SubmitAsync(form, new { Answer = "Decline", Reason = "停電の工事のため" });

        Assert.Contains("停電の工事のため", done.Find("main").TextContent, StringComparison.Ordinal);
        await app.Visitor.BookAsync(room, span: "18:00-22:00");
        await Rules.HoldAsync(app);
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(one.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task The_commission_gets_a_list_of_what_is_free_without_names()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.BookAsync(room);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await EnterAsync(manager, room);

        var list = await manager.OpenAsync("/staff/election-meetings/free?hall=1&from=2026-12-05&to=2026-12-07");

        var rows = list.Document.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("td[data-label='研修室1']")?.TextContent.Trim() ?? "").ToList();
        Assert.Equal(["12:00–18:00、20:00–22:00", "9:00–22:00", "休館"], rows);
        Assert.DoesNotMatch("みどり|山田", list.Find("main").TextContent);
        Assert.Equal(31, (await manager.OpenAsync("/staff/election-meetings/free?from=2026-12-05&to=2027-12-07")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync("/staff/election-meetings/free?hall=2")).Status);
        foreach (var (days, sentence) in new[]
        {
            ("from=2026-02-31", "始まりの日の「2026-02-31」が読み取れません。書き方を確かめてください"),
            ("to=あした", "終わりの日の「あした」が読み取れません。書き方を確かめてください"),
            ("from=0000-01-01", "始まりの日の「0000-01-01」が読み取れません。書き方を確かめてください"),
            ("from=2026-12-05&to=2001-01-01", "終わりの日は、始まりの日と同じか後の日にしてください。"),
            ("from=2099-01-01", "始まりの日は、今日から1年のうちにしてください。"),
        })
        {
            var refused = await manager.OpenAsync("/staff/election-meetings/free?" + days);
            Assert.Equal((sentence, HttpStatusCode.BadRequest), (string.Join('/', refused.Errors), refused.Status));
            Assert.Equal(days.Split('=')[^1], refused.Find(".wrong input").GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Of_two_candidates_and_a_circle_at_once_exactly_one_has_the_room()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();

        for (var n = 0; n < 5; n++)
        {
            var date = new DateOnly(2026, 12, 1).AddDays(n);
            var won = await AtOnceAsync(Asking, kana => TriesAsync(app, s => kana.Length == 0
                ? s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, At(18), At(22)), new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "合唱団", FamilyName = "中村" }, "練習", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives })
                : TakeAsync(s, room, date, 18, 20, kana)));
            Assert.Equal(1, won.Count(w => w));
        }

        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Of_two_at_once_for_one_candidate_one_is_free()
    {
        await using var app = await City.StartAsync();

        Assert.Equal(1, await FreeAsync(app));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_candidates_lock_both_are_free()
    {
        await using var app = await City.StartAsync(services =>
        {
            services.AddScoped<AppDatabase, NoTransaction>();
            services.AddScoped<PartyLock, NoPartyLock>();
            services.AddSingleton<IInterceptor>(new Meeting());
        });

        Assert.True(await FreeAsync(app) > 1, "With the guard off only one was free: the test above would not notice a missing guard.");
        Assert.Contains("1回だけ無料", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_spoke_is_found_for_who_asks_for_their_data_and_blanked_when_the_time_is_over()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await EnterAsync(manager, await app.RoomAsync());
        var person = new PersonTraits(new PersonKey(Guid.NewGuid(), []), "山田", []) { KanaKeys = [JapaneseText.SearchKey("ヤマダタロウ")], PhoneKeys = ["0960000009"] };

        var found = await app.DoAsync(s => s.GetRequiredService<MeetingPersonalData>().FindAsync(person));
        Assert.Contains("熊本市議会議員選挙", found.Single().Fields.Select(f => f.Value));
        await app.DoAsync(s => s.GetServices<IRetention>().Single(r => r.Key == "booking.meetings").ApplyAsync(new DateTime(2026, 12, 6, 0, 0, 0, DateTimeKind.Utc)));

        var kept = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Meetings.SingleAsync());
        Assert.Equal((Hirer.ErasedName, "", "", "", "熊本市議会議員選挙"), (kept.Candidate, kept.Kana, kept.Phone, kept.CandidateKey, kept.Election));
        Assert.Empty(await app.DoAsync(s => s.GetRequiredService<MeetingPersonalData>().FindAsync(person)));
        await Rules.HoldAsync(app);
    }

    private static async Task<int> FreeAsync(KominkanApp app)
    {
        var rooms = await app.DoAsync(async s => (await s.GetRequiredService<IRooms>().OfHallAsync((await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("1")!.Id)).Where(r => !r.IsLibrary && r.Spaces.Count == 1).Take(2).ToList());
        Assert.All(await AtOnceAsync(rooms, room => TriesAsync(app, s => TakeAsync(s, room, Day, 18, 20, "ヤマダタロウ"))), Assert.True);
        return await app.DoAsync(s => s.GetRequiredService<BookingDb>().Meetings.CountAsync(m => m.Yen == 0));
    }

    private static Task<ElectionMeeting> TakeAsync(IServiceProvider services, Room room, DateOnly date, int from, int to, string kana) =>
        services.GetRequiredService<TakeMeeting>().EnterAsync(room, new RoomSlot(room.Id, date, At(from), At(to)), new Candidacy("市長選挙", "候補者", kana, "096-000-0009"), new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc), "試験");

    private static async Task<bool> TriesAsync(KominkanApp app, Func<IServiceProvider, Task> take)
    {
        try
        {
            await app.DoAsync(take);
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    /// <summary>Keys what the election commission wrote, changed where <paramref name="changes"/> says.</summary>
    internal static async Task<Page> EnterAsync(Browser staff, Room room, object? changes = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["RoomId"] = room.Id.ToString(),
            ["Date"] = $"{Day:yyyy-MM-dd}",
            ["From"] = "18:00",
            ["To"] = "20:00",
            ["Election"] = "熊本市議会議員選挙",
            ["Candidate"] = "山田　太郎",
            ["Kana"] = "やまだたろう",
            ["Phone"] = "096-000-0009",
            ["ReceivedOn"] = "2026-11-20",
            ["ReceivedAt"] = "10:00",
        };
        foreach (var p in changes?.GetType().GetProperties() ?? [])
        {
            fields[p.Name] = $"{p.GetValue(changes)}";
        }

        return await staff.SubmitAsync(await staff.OpenAsync("/staff/election-meetings/new"), fields);
    }

    private static string Squeezed(Page page) => string.Concat(page.Text.Split(' ')).Replace("別表", " 別表", StringComparison.Ordinal);
}
