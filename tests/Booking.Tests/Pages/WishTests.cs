using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;
using static Kominkan.Booking.Tests.Pages.TieTests;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>What is asked for beside a room is what the form offered, in numbers that can be; anything else is said, and nothing left out in silence.</summary>
public sealed class WishTests
{
    [Theory]
    [InlineData("Input.Extras", "王様の加算", HttpStatusCode.Conflict, "「あてはまるもの」に、その日は選べないものがありました。選び直してください。")]
    [InlineData("Input.Items[0].Name", "金の茶釜", HttpStatusCode.Conflict, "備品の「金の茶釜」は、その日は借りられません。選び直してください。")]
    [InlineData("Input.Items[0].Count", "-1", HttpStatusCode.UnprocessableEntity, "備品の数は0から1000までで入力してください")]
    [InlineData("Input.Items[0].Count", "1001", HttpStatusCode.UnprocessableEntity, "備品の数は0から1000までで入力してください")]
    [InlineData("Input.People", "0", HttpStatusCode.UnprocessableEntity, "人数は1人から、部屋の定員の48人までで入力してください。")]
    [InlineData("Input.People", "-5", HttpStatusCode.UnprocessableEntity, "人数は1人から、部屋の定員の48人までで入力してください。")]
    [InlineData("Input.People", "49", HttpStatusCode.UnprocessableEntity, "人数は1人から、部屋の定員の48人までで入力してください。")]
    public async Task What_no_form_offered_is_refused_on_the_web_and_at_the_desk_and_what_was_typed_stays(string box, string value, HttpStatusCode status, string sentence)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var typed = Fields(GivenRooms.Tie);
        (typed["Input.Items[0].Count"], typed["Input.Items[1].Count"], typed["Input.People"]) = ("1", "1", "8");
        typed.Remove("People");
        typed[box] = value;

        var web = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(room), typed);
        (typed["Channel"], typed["UserClass"], typed["From"], typed["To"]) = ("Phone", "Group", "13:00", "17:00");
        var desk = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={Day:yyyy-MM-dd}"), typed);

        foreach (var refused in new[] { web, desk })
        {
            Assert.Equal((status, sentence), (refused.Status, Assert.Single(refused.Errors)));
            Assert.Equal("みどり書道会", refused.Find("input[name='Input.GroupName']").GetAttribute("value"));
            Assert.Equal("1", refused.Find("input[name='Input.Items[1].Count']").GetAttribute("value"));
        }

        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
    }

    [Fact]
    public async Task A_form_from_before_a_piece_was_given_up_says_so_and_keeps_the_rest_beside_its_own_name()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        Assert.Equal(["プロジェクター", "放送設備"], Pieces(form));
        await EndAsync(app, room, "プロジェクター");
        var typed = Fields(GivenRooms.Tie);
        (typed["Input.Items[0].Count"], typed["Input.Items[1].Count"]) = ("2", "1");

        var refused = await app.Visitor.SubmitAsync(form, typed);

        Assert.Equal(["備品の「プロジェクター」は、その日は借りられません。選び直してください。"], refused.Errors);
        Assert.Equal(["放送設備"], Pieces(refused));
        Assert.Equal("1", refused.Find("input[name='Input.Items[0].Count']").GetAttribute("value"));
        var confirm = await app.Visitor.SubmitAsync(refused, new { Promise = "true", Agree = "true" });
        Assert.Contains("放送設備 1つ", confirm.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("プロジェクター", confirm.Text, StringComparison.Ordinal);
        Assert.Equal("部屋の予約を受け付けました", (await app.Visitor.SubmitAsync(confirm)).Heading);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_was_given_up_before_the_last_press_is_not_booked_in_silence()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var typed = Fields(GivenRooms.Tie);
        typed["Input.Items[0].Count"] = "1";
        var confirm = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(room), typed);
        await EndAsync(app, room, "プロジェクター");

        var dearer = await app.Visitor.SubmitAsync(confirm);
        Assert.Contains("使用料か、つながりの決まりが変わりました。", Assert.Single(dearer.Errors), StringComparison.Ordinal);
        Assert.Equal(["備品の「プロジェクター」は、その日は借りられません。選び直してください。"], (await app.Visitor.SubmitAsync(dearer)).Errors);
        Assert.Equal("部屋の予約を受け付けました", (await app.Visitor.SubmitAsync(await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires/new")))).Heading);
    }

    private static IEnumerable<string> Pieces(Page form) => form.Document.QuerySelectorAll("input[name$='.Name']").Select(i => i.GetAttribute("value")!);

    /// <summary>From the day on the hall has it no more.</summary>
    private static Task EndAsync(KominkanApp app, Room room, string name) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<BookingDb>();
        (await db.Equipment.SingleAsync(e => e.HallId == room.HallId && e.Name == name)).End(Day.AddDays(-1));
        await db.SaveChangesAsync();
        s.GetRequiredService<RuleBook>().Forget();
    });
}
