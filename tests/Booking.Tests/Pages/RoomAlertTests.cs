using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Rooms that were kept and not used, and rooms given back late again and again, are seen by who can ask.</summary>
public sealed class RoomAlertTests
{
    private const string Alerts = "/staff/room-alerts";

    [Fact]
    public async Task A_block_nobody_came_to_or_reported_is_shown_until_heads_are_in()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var asked = (await manager.SubmitAsync(await manager.OpenAsync("/staff/room-blocks/new"), new { RoomId = (await app.RoomAsync()).Id, Date = $"{Day:yyyy-MM-dd}", From = "09:00", To = "12:00", Kind = nameof(RoomUseKind.OwnProgram), Reason = "新春のつどい" })).Url.AbsolutePath;
        await office.SubmitAsync(await office.OpenAsync(asked + "/approve"));
        Assert.Null((await manager.OpenAsync(asked + "/used")).Document.QuerySelector("main form[method=post]"));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 13, 9, 0, 0, TimeSpan.FromHours(9)));
        using var again = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("人数が入っていない", (await again.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.DoesNotContain("人数が入っていない", (await stranger.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
        Assert.Equal(["来た人数は0から10000までの数で入力してください。"], (await again.SubmitAsync(await again.OpenAsync(asked + "/used"), new { Came = "-1" })).Errors);
        await again.SubmitAsync(await again.OpenAsync(asked + "/used"), new { Came = "0" });
        Assert.Contains("使わなかった", (await again.OpenAsync(Alerts)).Find("tbody").TextContent, StringComparison.Ordinal);
        await again.SubmitAsync(await again.OpenAsync(asked + "/used"), new { Came = "12" });

        Assert.DoesNotContain("新春のつどい", (await again.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gives_rooms_back_late_three_times_is_shown_in_the_halls_where_it_was()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var numbers = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            numbers.Add(await app.Visitor.BookAsync(room, Day, span: n == 0 ? "9:00-12:00" : n == 1 ? "13:00-17:00" : "18:00-22:00"));
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.Visitor.GiveBackAsync(numbers[0]);
        await app.Visitor.GiveBackAsync(numbers[1]);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.DoesNotContain("みどり書道会", (await manager.OpenAsync(Alerts)).Text, StringComparison.Ordinal);

        await app.Visitor.GiveBackAsync(numbers[2]);

        Assert.Contains("みどり書道会", (await manager.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("みどり書道会", (await stranger.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_hall_cancelled_is_nobodys_lateness()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        foreach (var span in new[] { "9:00-12:00", "13:00-17:00", "18:00-22:00" })
        {
            await app.Visitor.BookAsync(room, Day, span);
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.FromHours(9)));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        foreach (var link in (await manager.OpenAsync("/staff/hires")).Document.QuerySelectorAll("tbody a[href^='/staff/hires/']").Select(a => a.GetAttribute("href")!).Distinct().ToList())
        {
            await manager.SubmitAsync(await manager.OpenAsync(link + "/cancel"), new { By = "Hall", Reason = "空調の故障" });
        }

        Assert.Equal(3, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync(h => h.State == HireState.Cancelled)));
        Assert.DoesNotContain("みどり書道会", (await manager.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_on_hires_of_a_group_they_said_to_belong_to_is_seen_by_who_can_ask()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var other = await app.SignInAsync(RoleKeys.Counter, "1");
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(["団体の名前を入力してください"], (await clerk.SubmitAsync(await clerk.OpenAsync("/staff/own-groups/new"), new { Name = "" })).Errors);
        await clerk.SubmitAsync(await clerk.OpenAsync("/staff/own-groups/new"), new { Name = "みどり 書道会" });
        Assert.Equal(["この団体は、もう届けています。"], (await clerk.SubmitAsync(await clerk.OpenAsync("/staff/own-groups/new"), new { Name = "みどり書道会" })).Errors);
        Assert.Contains("届けた団体はありません", (await other.OpenAsync("/staff/own-groups")).Text, StringComparison.Ordinal);

        // Somebody else's work, and another group's hire, say nothing.
        var hire = $"/staff/hires/{(await app.HireAsync(await app.Visitor.BookAsync(room))).Id}";
        await other.SubmitAsync(await other.OpenAsync(hire + "/permit"));
        var theirs = $"/staff/hires/{(await app.HireAsync(await app.Visitor.BookAsync(room, span: "13:00-17:00", group: "コーラスすみれ"))).Id}";
        await clerk.SubmitAsync(await clerk.OpenAsync(theirs + "/permit"));
        Assert.Contains("本人が扱ったものはありません", (await manager.OpenAsync(Alerts)).Text, StringComparison.Ordinal);

        var reduce = await clerk.OpenAsync(hire + "/reduce");
        await clerk.SubmitAsync(reduce, new { RuleId = reduce.Find("input[name='Input.RuleId']").GetAttribute("value"), Evidence = "登録証" });
        await clerk.SubmitAsync(await clerk.OpenAsync(hire + "/cancel"), new { By = "Hirer", Reason = "都合" });
        var taken = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date=2026-12-12"), new { Channel = "Counter", From = "09:00", To = "12:00", UserClass = "Group", GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "096-000-0001", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5 });

        var seen = (await manager.OpenAsync(Alerts)).Text;
        Assert.Contains("減免をつけた、取り消した", seen, StringComparison.Ordinal);
        Assert.Contains("受け付けた", seen, StringComparison.Ordinal);
        Assert.Contains(taken.ReceiptNumber(), seen, StringComparison.Ordinal);
        Assert.Contains("本人が扱ったものはありません", (await stranger.OpenAsync(Alerts)).Text, StringComparison.Ordinal);

        var leave = (await clerk.OpenAsync("/staff/own-groups")).Find("a[href$='/leave']").GetAttribute("href")!;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.OpenAsync(leave)).Status);
        await clerk.SubmitAsync(await clerk.OpenAsync(leave));
        Assert.Contains("減免をつけた、取り消した", (await manager.OpenAsync(Alerts)).Text, StringComparison.Ordinal);
    }
}
