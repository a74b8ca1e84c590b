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

    private static async Task<Page> AskAsync(Browser manager, Guid room) => await manager.SubmitAsync(await manager.OpenAsync("/staff/room-blocks/new"), new
    {
        RoomId = room,
        Date = $"{Day:yyyy-MM-dd}",
        From = "09:00",
        To = "12:00",
        Kind = nameof(RoomUseKind.Maintenance),
        Reason = "空調の点検",
    });
}
