using System.Net;
using Kominkan.Facilities.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses.Tests.Pages.Staff;

/// <summary>A session's room is the session's in the one calendar residents see, whatever is pressed.</summary>
public sealed class SessionRoomTests
{
    /// <summary>The first session of a given course, a Saturday from ten to twelve.</summary>
    private static readonly DateOnly Day = new(2026, 12, 5);

    [Fact]
    public async Task A_session_that_gets_a_room_takes_it_and_called_off_gives_it_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, room) = (await CourseAsync(app), await RoomAsync(app));
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Equal("空き", await MorningAsync(app, room));

        var session = await GiveRoomAsync(staff, course, room.Id);
        Assert.Equal("一部空き", await MorningAsync(app, room));
        await staff.SubmitAsync(await staff.OpenAsync(session + "/cancel"), new { Reason = "講師の都合のため" });
        Assert.Equal("空き", await MorningAsync(app, room));
        await staff.SubmitAsync(await staff.OpenAsync(session + "/reopen"));
        Assert.Equal("一部空き", await MorningAsync(app, room));
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{course}/cancel"), new { Reason = "申し込みが少ないため" });

        Assert.Equal("空き", await MorningAsync(app, room));
        await RulesHoldAsync(app);
    }

    [Fact]
    public async Task Two_courses_cannot_have_one_room_and_the_second_is_told_day_and_room()
    {
        await using var app = await KominkanApp.StartAsync();
        var (first, second, room) = (await CourseAsync(app), await CourseAsync(app), await RoomAsync(app));
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        await GiveRoomAsync(staff, first, room.Id);

        var refused = await SubmitRoomAsync(staff, second, room.Id);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["12月5日（土）午前10時から正午までの研修室1は、ほかのことに使われます。部屋か時間を変えてください。"], refused.Errors);
        await RulesHoldAsync(app);
    }

    [Fact]
    public async Task Moved_to_the_afternoon_the_morning_is_free_again()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, room) = (await CourseAsync(app), await RoomAsync(app));
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        var session = await GiveRoomAsync(staff, course, room.Id);

        await staff.SubmitAsync(await staff.OpenAsync(session), new { From = "13:10", To = "15:20" });

        Assert.Equal("空き", await MorningAsync(app, room));
        Assert.Contains("13:00–15:30", (await app.Visitor.OpenAsync($"/rooms/{room.Id}/hours?date={Day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        await RulesHoldAsync(app);
    }

    [Fact]
    public async Task A_draft_takes_no_room_and_is_told_on_publishing_what_is_in_the_way()
    {
        await using var app = await KominkanApp.StartAsync();
        var (draft, other, room) = (await CourseAsync(app, draft: true), await CourseAsync(app), await RoomAsync(app));
        using var staff = await app.SignInAsync(RoleKeys.HallManager, "1");
        await GiveRoomAsync(staff, draft, room.Id);
        Assert.Equal("空き", await MorningAsync(app, room));
        await GiveRoomAsync(staff, other, room.Id);

        var refused = await staff.SubmitAsync(await staff.OpenAsync($"/staff/courses/{draft}/publish"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("研修室1は、ほかのことに使われます。", string.Join(' ', refused.Errors), StringComparison.Ordinal);
    }

    private static async Task<Guid> CourseAsync(KominkanApp app, bool draft = false)
    {
        await app.BookingRulesAsync();
        return await app.CourseAsync(new() { Draft = draft });
    }

    private static async Task<Room> RoomAsync(KominkanApp app)
    {
        var hall = await app.HallAsync();
        return await app.DoAsync(async s => (await s.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).Single(r => r.Name == "研修室1"));
    }

    /// <summary>What residents read of the room's morning.</summary>
    private static async Task<string> MorningAsync(KominkanApp app, Room room) =>
        (await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}")).Find($"tr:has(a[href*='{room.Id}?week']) td .tag").TextContent.Split(' ')[^1];

    /// <summary>Puts the first session into the room; the address of its page.</summary>
    private static async Task<string> GiveRoomAsync(Browser staff, Guid course, Guid room)
    {
        var saved = await SubmitRoomAsync(staff, course, room);
        Assert.Empty(saved.Errors);
        return await SessionAsync(staff, course);
    }

    private static async Task<Page> SubmitRoomAsync(Browser staff, Guid course, Guid room) =>
        await staff.SubmitAsync(await staff.OpenAsync(await SessionAsync(staff, course)), new { Date = $"{Day:yyyy-MM-dd}", RoomId = room });

    private static async Task<string> SessionAsync(Browser staff, Guid course) =>
        (await staff.OpenAsync($"/staff/courses/{course}")).Document.QuerySelectorAll($"a[href^='/staff/courses/{course}/sessions/']").Select(a => a.GetAttribute("href")!.Split('?')[0])
            .Where(h => Guid.TryParse(h.Split('/')[5], out _)).Select(h => string.Join('/', h.Split('/')[..6])).First();

    private static Task RulesHoldAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        foreach (var invariants in services.GetServices<IInvariants>().Where(i => i.GetType().Name == "BookingInvariants"))
        {
            await foreach (var invariant in invariants.CheckAsync())
            {
                Assert.True(invariant.Violations == 0, invariant.Name);
            }
        }
    });
}
