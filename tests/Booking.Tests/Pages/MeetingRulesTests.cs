using System.Net;
using static Kominkan.Booking.Tests.Pages.MeetingTests;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>What the law and the city allow of an election meeting, and what is offered where it cannot be.</summary>
public sealed class MeetingRulesTests
{
    private const string Late = "申し出は、開催日の2日前の17時までに受け付けたものに限ります。";

    [Fact]
    public async Task What_the_law_does_not_allow_is_said_beside_its_box_and_the_form_comes_back_filled()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(9)));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        foreach (var (wrong, sentence) in new (object, string)[]
        {
            (new { From = "13:00", To = "18:15" }, "個人演説会は、1回5時間までです。"),
            (new { ReceivedOn = "2026-12-03", ReceivedAt = "17:01" }, Late),
            (new { ReceivedOn = "2026-12-04", ReceivedAt = "10:00" }, "受け付けた日時は、1年前からいままでにしてください。"),
            (new { ReceivedOn = "0001-01-01" }, "受け付けた日時は、1年前からいままでにしてください。"),
            (new { Date = "2026-12-03" }, "始まる時刻を過ぎています。これからの日時を選んでください。"),
            (new { Date = "2026-12-04" }, "回答の期限（開催日の前の日）を過ぎています。明日からの日を選んでください。"),
            (new { Date = "2026-12-08" }, "開催日は、委員会が受け付けた日から17日のうちにしてください。"),
            (new { Date = "2099-12-05" }, "開催日は、委員会が受け付けた日から17日のうちにしてください。"),
            (new { Candidate = "山\0田" }, "使えない文字を取り除きました。中身を確かめて、もう一度送ってください。"),
            (new { From = "19:00", To = "18:00" }, "終わりの時刻は、始まりの時刻より後にしてください。"),
            (new { Kana = "山田" }, "フリガナは、ひらがなかカタカナで入力してください。"),
            (new { Phone = "12" }, "電話番号は市外局番から、10けたか11けたの数字で入力してください。"),
            (new { Candidate = "　" }, "候補者の氏名を入力してください"),
            (new { RoomId = Guid.NewGuid() }, "部屋を選び直してください。"),
            (new { Date = "2026-12-07" }, "この日は休館です（月曜休館）。ほかの日を選んでください。"),
        })
        {
            var refused = await EnterAsync(manager, room, wrong);
            Assert.Equal((sentence, 1), (string.Join('/', refused.Errors), refused.Errors.Count()));
            Assert.Equal("熊本市議会議員選挙", refused.Find("input[name='Input.Election']").GetAttribute("value"));
        }

        Assert.Empty((await EnterAsync(manager, room, new { Date = "2026-12-05", ReceivedOn = "2026-12-03", ReceivedAt = "17:00" })).Errors);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync("/staff/election-meetings")).Status);
    }

    [Fact]
    public async Task How_long_before_it_must_be_asked_for_is_the_citys_to_write_down()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/booking.meeting-days"), new { Value = 12, From = "2026-11-24" });
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Equal([Late.Replace("2日前", "12日前", StringComparison.Ordinal)], (await EnterAsync(next, await app.RoomAsync(), new { ReceivedOn = "2026-11-24" })).Errors);
    }

    [Fact]
    public async Task How_far_ahead_it_may_be_is_the_citys_to_write_down()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/rules/booking.meeting-ahead"), new { Value = 30, From = "2026-11-24" });
        Assert.Equal(["開催日は、委員会が受け付けた日から17日のうちにしてください。"], (await EnterAsync(office, room, new { Date = "2026-12-19" })).Errors);
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Empty((await EnterAsync(next, room, new { Date = "2026-12-19" })).Errors);
    }

    [Fact]
    public async Task Where_the_room_is_taken_other_rooms_and_the_list_of_free_times_are_offered()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await EnterAsync(manager, room);

        var taken = await EnterAsync(manager, room, new { Kana = "すずきはなこ" });

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("研修室2（", taken.Find("section[aria-labelledby=alternatives]").TextContent, StringComparison.Ordinal);
        var free = await manager.OpenAsync(taken.Find("main a[href*='/free?']").GetAttribute("href")!);
        Assert.Equal("12月5日（土）", free.Find("tbody th").TextContent);
        Assert.Null((await EnterAsync(manager, room, new { Kana = "鈴木" })).Document.QuerySelector("#alternatives"));
    }

    [Fact]
    public async Task Who_may_not_open_the_cash_desk_sees_no_link_to_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await EnterAsync(office, room);
        var one = await EnterAsync(office, room, new { From = "13:00", To = "17:00" });
        var hire = $"/staff/hires/{(await app.HireAsync(await app.Visitor.BookAsync(room))).Id}";
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.All([await manager.OpenAsync(one.Url.AbsolutePath), await manager.OpenAsync(hire)], p => p.Find("a[href^='/staff/cashier/']"));

        var role = await office.OpenAsync($"/staff/roles/{RoleKeys.HallManager}");
        role.Find("input[value='cashier.take']").Remove();
        await office.SubmitAsync(role);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        foreach (var page in new[] { await manager.OpenAsync(one.Url.AbsolutePath), await manager.OpenAsync(hire) })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Document.QuerySelector("main a[href^='/staff/cashier/']"));
        }
    }
}
