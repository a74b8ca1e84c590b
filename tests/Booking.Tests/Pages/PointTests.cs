using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Who keeps a room from others for nothing is heard, somebody else decides, and points stop new bookings for a while.</summary>
public sealed class PointTests
{
    private const string Stopped = "この団体の新しい予約は、令和9年3月7日（日）から受け付けます。利用の点数の決まりのためです。くわしくは中央公民館におたずねください。";

    [Fact]
    public async Task Who_did_not_come_is_told_answers_on_the_web_and_another_of_the_staff_decides()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        AfterUse(app);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var (hire, about) = await NobodyCameAsync(app, manager, number);
        Assert.Contains("利用の点数についてのお知らせ（返事は令和8年12月21日（月）まで）", (await manager.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);

        await app.Visitor.LookUpAsync(number);
        Assert.Contains("利用の点数について見る、事情を書く", (await app.Visitor.OpenAsync("/hires/mine")).Text, StringComparison.Ordinal);
        var form = await app.Visitor.OpenAsync("/hires/points");
        Assert.Equal(["事情を入力してください"], (await app.Visitor.SubmitAsync(form, new { Answer = "" })).Errors);
        var sent = await app.Visitor.SubmitAsync(form, new { Answer = "大雨で道が通れませんでした。" });
        Assert.Contains("大雨で道が通れませんでした。", sent.Text, StringComparison.Ordinal);

        Assert.Contains("入力した本人は決められません。", (await manager.OpenAsync(about)).Text, StringComparison.Ordinal);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(about + "/give")).Status);
        using var other = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("決定を待つ利用の点数", (await other.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        var waive = await other.OpenAsync(about + "/waive");
        Assert.Equal(["理由の説明を200字までで入力してください。"], (await other.SubmitAsync(waive, new { Reason = "Other" })).Errors);
        var done = await other.SubmitAsync(waive, new { Reason = "Disaster", Words = "12月の大雨" });

        Assert.Contains("見送った", done.Text, StringComparison.Ordinal);
        Assert.Contains("災害（12月の大雨）", (await app.Visitor.OpenAsync("/hires/points")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("使う方の点数", (await other.OpenAsync(hire)).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Nobody_decides_against_them_before_they_spoke_or_the_deadline_is_over()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        AfterUse(app);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var (_, about) = await NobodyCameAsync(app, clerk, number);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("弁明があるか、12月21日（月）を過ぎてから決めてください。", (await manager.OpenAsync(about + "/give")).Text, StringComparison.Ordinal);

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 22, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.Visitor.LookUpAsync(number);
        Assert.Contains("弁明の期限を過ぎました。", (await app.Visitor.OpenAsync("/hires/points")).Text, StringComparison.Ordinal);
        using var again = await app.SignInAsync(RoleKeys.HallManager, "1");
        var give = await again.OpenAsync(about + "/give");
        Assert.Equal(["理由を選んでください"], (await again.SubmitAsync(give)).Errors);
        var done = await again.SubmitAsync(give, new { Reason = "NoAnswer" });

        Assert.Contains("点数をつけた", done.Text, StringComparison.Ordinal);
        Assert.Contains("令和9年12月21日（火）まで", done.Text, StringComparison.Ordinal);
        Assert.Contains("審査請求", (await app.Visitor.OpenAsync("/hires/points")).Text, StringComparison.Ordinal);
        Assert.Contains("この件は、もう決まっています。", (await again.OpenAsync(about + "/give")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Two_points_stop_every_way_to_a_new_booking_until_the_day_and_what_is_booked_stays()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var later = await app.Visitor.BookAsync(room, new(2026, 12, 19));
        using var manager = await StopAsync(app, room);

        var refused = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room, new(2027, 1, 9)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([Stopped], refused.Errors);
        await app.Visitor.BookAsync(room, new(2027, 1, 9), group: "待つ会の先の会");
        var wait = await app.Visitor.FillInAsync(await app.Visitor.OpenAsync(City.Wait(room, new(2027, 1, 9))));
        Assert.Equal([Stopped], wait.Errors);
        var season = await manager.SubmitAsync(await manager.OpenAsync($"/staff/rooms/{room.Id}/seasons/new"), new { Channel = "Phone", First = "2027-04-03", Last = "2027-06-26", From = "18:00", To = "20:00", UserClass = "Group", GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "096-000-0001", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5 });
        Assert.Equal([Stopped], season.Errors);
        var desk = await manager.SubmitAsync(await manager.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date=2027-01-16"), new { Channel = "Counter", From = "09:00", To = "12:00", UserClass = "Group", GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "096-000-0001", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5 });
        Assert.Equal([Stopped], desk.Errors);
        Assert.Equal(HireState.Booked, (await app.HireAsync(later)).State);
        var seen = (await manager.OpenAsync($"/staff/hires/{(await app.HireAsync(later)).Id}")).Text;
        Assert.Contains("2点（1点は12月6日（月）まで、1点は12月6日（月）まで）", seen, StringComparison.Ordinal);
        Assert.Contains("新しい予約は令和9年3月7日（日）から", seen, StringComparison.Ordinal);

        app.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 7, 13, 0, 0, TimeSpan.FromHours(9)));
        await app.Visitor.BookAsync(room, new(2027, 4, 10));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Giving_back_late_counts_half_a_point_and_early_or_for_the_hall_nothing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var numbers = new List<string>();
        foreach (var span in new[] { "9:00-12:00", "13:00-17:00", "18:00-22:00" })
        {
            numbers.Add(await app.Visitor.BookAsync(room, Day, span));
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.Visitor.GiveBackAsync(numbers[0]);
        Assert.Empty(await CasesAsync(app));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(9)));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/hires/{(await app.HireAsync(numbers[1])).Id}/cancel"), new { By = "Hall", Reason = "空調の故障" });
        Assert.Empty(await CasesAsync(app));
        await app.Visitor.LookUpAsync(numbers[2]);
        var warning = await app.Visitor.OpenAsync("/hires/cancel");
        Assert.Contains("利用の点数（0.5点）がつくことがあります。", warning.Text, StringComparison.Ordinal);
        await app.Visitor.SubmitAsync(warning);

        var about = Assert.Single(await CasesAsync(app));
        Assert.Equal((PointKind.LateCancel, 1, null, PointState.Waiting), (about.Kind, about.HalfPoints, about.OpenedBy, about.State));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task People_came_after_all_and_the_points_are_taken_back_whatever_was_decided()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await StopAsync(app, room);
        var about = (await CasesAsync(app))[0];

        await manager.SubmitAsync(await manager.OpenAsync($"/staff/hires/{about.HireId}/used"), new { Came = 8 });

        Assert.Equal([PointState.Withdrawn, PointState.Given], (await CasesAsync(app)).Select(c => c.State));
        Assert.Contains("利用の点数の件を取り下げました", (await manager.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        await app.Visitor.BookAsync(room, new(2027, 1, 9));
        await Rules.HoldAsync(app);

        // And when that was the mistake, they are heard anew.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/hires/{about.HireId}/used"), new { Came = 0 });
        Assert.Equal((PointState.Waiting, ""), (await CasesAsync(app)).Where(c => c.Id == about.Id).Select(c => (c.State, c.Answer)).Single());
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task After_a_disaster_all_are_waived_at_once_but_what_one_keyed_oneself()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var (first, second) = (await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(room, span: "13:00-17:00", group: "コーラスすみれ"));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 6, 9, 0, 0, TimeSpan.FromHours(9)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await NobodyCameAsync(app, clerk, first);
        await NobodyCameAsync(app, manager, second);

        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        foreach (var (asked, sentences) in new[]
        {
            ("hall=1&from=2026-02-31&to=2026-12-05", "利用日（から）の「2026-02-31」が読み取れません。書き方を確かめてください"),
            ("hall=1&from=2026-12-01&to=0000-01-01", "利用日（まで）の「0000-01-01」が読み取れません。書き方を確かめてください"),
            ("hall=1&from=2026-12-05&to=2026-12-01", "終わりの日は、始まりの日と同じか後の日にしてください。"),
            ("hall=&from=&to=おととい", "館を選んでください。/利用日（から）を入力してください。/利用日（まで）の「おととい」が読み取れません。書き方を確かめてください"),
        })
        {
            var wrong = await manager.OpenAsync("/staff/points/waive?" + asked);
            Assert.Equal((sentences, HttpStatusCode.BadRequest), (string.Join('/', wrong.Errors), wrong.Status));
            Assert.Equal(asked.Split('=')[^1], wrong.Find("[name=To]").GetAttribute("value"));
        }

        Assert.Empty((await manager.OpenAsync("/staff/points/waive")).Errors);
        Assert.Contains("利用の点数の件はありません", (await stranger.OpenAsync("/staff/points")).Text, StringComparison.Ordinal);
        Assert.Contains("条件に合う件はありません", (await stranger.OpenAsync("/staff/points?state=ripe")).Text, StringComparison.Ordinal);
        Assert.Contains("見送る件はありません", (await manager.OpenAsync("/staff/points/waive?hall=1&from=2026-12-06&to=2026-12-31")).Text, StringComparison.Ordinal);
        var confirm = await manager.OpenAsync("/staff/points/waive?hall=1&from=2026-12-01&to=2026-12-05");
        Assert.Contains("1件を見送りますか", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("あなたが入力した1件は、ほかの職員が見送ってください。", confirm.Text, StringComparison.Ordinal);
        Assert.Equal(["どんな災害かを入力してください"], (await manager.SubmitAsync(confirm, new { Words = "" })).Errors);
        await manager.SubmitAsync(confirm, new { Words = "12月の大雨" });

        Assert.Equal([PointState.Waived, PointState.Waiting], (await CasesAsync(app)).Select(c => c.State));
        Assert.DoesNotContain("件を見送りますか", (await stranger.OpenAsync("/staff/points/waive?hall=1&from=2026-12-01&to=2026-12-05")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_list_is_of_ones_halls_is_filtered_and_goes_out_as_a_file()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        AfterUse(app);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var (_, about) = await NobodyCameAsync(app, clerk, number);
        await clerk.SubmitAsync(await clerk.OpenAsync(about + "/answer"), new { Answer = "日を間違えたと電話があった" });

        Assert.Contains("みどり書道会", (await clerk.OpenAsync("/staff/points?state=ripe&hall=1")).Text, StringComparison.Ordinal);
        Assert.Contains("条件に合う件はありません", (await clerk.OpenAsync("/staff/points?state=given")).Text, StringComparison.Ordinal);
        Assert.Contains("日を間違えたと電話があった", await clerk.Http.GetStringAsync(new Uri("/staff/points?format=csv", UriKind.Relative)), StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(RoleKeys.Counter, "2");
        Assert.DoesNotContain("みどり書道会", (await stranger.OpenAsync("/staff/points")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(about)).Status);
    }

    [Fact]
    public async Task Who_books_reads_the_rules_and_without_rules_nothing_happens()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        Assert.Contains("連絡なく使わなかったときは、1点です。", (await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room))).Text, StringComparison.Ordinal);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var list = await office.OpenAsync("/staff/booking-rules");
        foreach (var end in list.Document.QuerySelectorAll("a[href*='/point-'][href$='/end']").Select(a => a.GetAttribute("href")!).ToList())
        {
            await office.SubmitAsync(await office.OpenAsync(end), new { LastDay = $"{app.Clock.Today().AddDays(-1):yyyy-MM-dd}" });
        }

        Assert.DoesNotContain("利用の点数", (await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room), group: "ほかの会")).Text, StringComparison.Ordinal);
        var number = await app.Visitor.BookAsync(room, Day, "13:00-17:00");
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/point-rules/new"), new { Kind = "NoShow", HalfPoints = 3, Months = 6, Article = "規則第9条", From = "2026-12-01" });
        var limits = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/point-limits/new"), new { HalfPoints = 6, Months = 1, Article = "規則第9条", From = "2026-12-01" });
        Assert.Contains("1.5点です。6か月で消えます（規則第9条）。", limits.Text, StringComparison.Ordinal);
        Assert.Contains("3点になると、1か月のあいだ新しい予約ができません（規則第9条）。", limits.Text, StringComparison.Ordinal);
        AfterUse(app);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{(await app.HireAsync(number)).Id}/used"), new { Came = 0 });

        // Booked before there was a rule: they were not told of it.
        Assert.Empty(await CasesAsync(app));
        await Rules.HoldAsync(app);
    }

    internal static async Task<IReadOnlyList<PointCase>> CasesAsync(KominkanApp app) => await app.DoAsync(s => s.GetRequiredService<BookingDb>().PointCases.AsNoTracking().OrderBy(p => p.Id).ToListAsync());

    /// <summary>Twice nobody came, and head office gives a point for each on 7 December; the manager who keyed it.</summary>
    internal static async Task<Browser> StopAsync(KominkanApp app, Facilities.Contracts.Room room)
    {
        var numbers = new[] { await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(room, span: "13:00-17:00") };
        AfterUse(app);
        var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        foreach (var number in numbers)
        {
            var (_, about) = await NobodyCameAsync(app, manager, number);
            await manager.SubmitAsync(await manager.OpenAsync(about + "/answer"), new { Answer = "忘れていた" });
            await office.SubmitAsync(await office.OpenAsync(about + "/give"), new { Reason = "NoGround" });
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return manager;
    }

    private static void AfterUse(KominkanApp app) => app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.FromHours(9)));

    /// <summary>Says that nobody came; the addresses of the hire and of its case.</summary>
    private static async Task<(string Hire, string Case)> NobodyCameAsync(KominkanApp app, Browser clerk, string number)
    {
        var hire = $"/staff/hires/{(await app.HireAsync(number)).Id}";
        await clerk.SubmitAsync(await clerk.OpenAsync(hire + "/used"), new { Came = 0 });
        return (hire, (await clerk.OpenAsync(hire)).Find("a[href^='/staff/points/']").GetAttribute("href")!);
    }
}
