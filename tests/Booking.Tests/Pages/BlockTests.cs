using System.Net;
using Kominkan.Booking.Contracts;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Nobody closes a room alone: one asks with a reason, another agrees, and what nobody agrees to ends.</summary>
public sealed class BlockTests
{
    [Fact]
    public async Task Asked_by_one_and_agreed_to_by_another_the_room_is_the_halls()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var asked = await AskAsync(manager, room.Id);
        Assert.Contains("申請した本人は承認できません。", asked.Text, StringComparison.Ordinal);
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));

        var own = await manager.OpenAsync(asked.Url.AbsolutePath + "/approve");
        Assert.Null(own.Document.QuerySelector("main form[method=post]"));
        var agreed = await office.SubmitAsync(await office.OpenAsync(asked.Url.AbsolutePath + "/approve"));

        Assert.Contains("承認", agreed.Find(".summary .tag").TextContent, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(4));
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Who_asked_cannot_agree_even_by_sending_the_form()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var asked = await AskAsync(manager, (await app.RoomAsync()).Id);
        // The form of withdrawing, sent to the address of agreeing.
        var form = await manager.OpenAsync(asked.Url.AbsolutePath + "/withdraw");
        form.Find("main form[method=post]").SetAttribute("action", asked.Url.AbsolutePath + "/approve");

        var refused = await manager.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["申請した本人は承認できません。ほかの職員に頼んでください。"], refused.Errors);
    }

    [Fact]
    public async Task What_nobody_answers_in_three_days_is_free_again()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var asked = await AskAsync(manager, room.Id);
        app.Clock.Advance(TimeSpan.FromDays(3));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Contains("期限切れ", (await office.OpenAsync("/staff/room-blocks")).Text, StringComparison.Ordinal);
        Assert.Null((await office.OpenAsync(asked.Url.AbsolutePath + "/approve")).Document.QuerySelector("main form[method=post]"));
        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("refuse", "却下")]
    [InlineData("withdraw", "取消")]
    public async Task Refused_or_withdrawn_the_room_is_free_again(string act, string word)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var asked = await AskAsync(manager, room.Id);

        var done = await office.SubmitAsync(await office.OpenAsync($"{asked.Url.AbsolutePath}/{act}"));

        Assert.Contains(word, done.Find(".summary .tag").TextContent, StringComparison.Ordinal);
        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Over_somebodys_hire_no_room_can_be_asked_for()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.BookAsync(room);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        var refused = await AskAsync(manager, room.Id);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("空調の点検", refused.Find("input[name='Input.Reason']").GetAttribute("value"));
    }

    [Theory]
    [InlineData("00:00")]
    [InlineData("23:59")]
    public async Task A_room_may_be_kept_to_the_end_of_the_day_with_its_last_quarter_of_an_hour_and_not_beyond(string to)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var asked = await AskAsync(manager, room.Id, "18:00", to);
        await office.SubmitAsync(await office.OpenAsync(asked.Url.AbsolutePath + "/approve"));

        Assert.Contains("午後6時から24時まで", asked.Text, StringComparison.Ordinal);
        foreach (var page in new[] { $"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}", "/staff/room-blocks", $"/staff?date={Day:yyyy-MM-dd}" })
        {
            Assert.Contains("18:00–24:00", (await manager.OpenAsync(page)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("18:00,24:00,", (await manager.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}&format=csv")).Html, StringComparison.Ordinal);
        Assert.False(await app.TriesAsync(new(new RoomSlot(room.Id, Day, At(23, 45), JapanTime.DayEnd), RoomUseKind.OwnProgram, "試験", Guid.NewGuid())));
        Assert.False(await app.TriesAsync(new(new RoomSlot(room.Id, Day, At(23, 30), At(23, 45)), RoomUseKind.OwnProgram, "試験", Guid.NewGuid())));
        Assert.True(await app.TriesAsync(Use(room, 0, 1, date: Day.AddDays(1))));
        Assert.Equal((24 + 4, 2), await app.CountAsync());
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("18:00", "18:00", "終わりの時刻は、始まりの時刻より後にしてください。")]
    [InlineData("23:59", "00:00", "終わりの時刻は、始まりの時刻より後にしてください。")]
    [InlineData("18:00", "23:50", "時刻は15分きざみで入力してください。")]
    public async Task A_time_that_is_none_of_a_day_is_refused_beside_its_box(string from, string to, string sentence)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        var refused = await AskAsync(manager, room.Id, from, to);

        Assert.Equal([sentence], refused.Errors);
        Assert.Equal(to, refused.Find("input[name='Input.To']").GetAttribute("value"));
    }

    private static async Task<Page> AskAsync(Browser manager, Guid room, string from = "09:00", string to = "12:00") => await manager.SubmitAsync(await manager.OpenAsync("/staff/room-blocks/new"), new
    {
        RoomId = room,
        Date = $"{Day:yyyy-MM-dd}",
        From = from,
        To = to,
        Kind = nameof(RoomUseKind.Maintenance),
        Reason = "空調の点検",
    });
}
