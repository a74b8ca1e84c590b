using System.Net;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A group has so much of a month and no more, until shortly before the use: everywhere, and however it books.</summary>
public sealed class CapTests
{
    private const string Full = "この団体の12月の予約は2区分で、上限は2区分です。12月1日（火）からは、上限なく予約できます。";

    [Fact]
    public async Task At_the_cap_a_group_hears_how_many_and_when_it_is_lifted()
    {
        await using var app = await City.StartAsync();
        var (room, elsewhere) = (await app.RoomAsync(), await app.RoomAsync(hall: "2"));
        await SetAsync(app);
        await app.Visitor.BookAsync(room);
        await app.Visitor.BookAsync(elsewhere, Day.AddDays(1));

        var refused = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room, new(2026, 12, 8)));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([Full], refused.Errors);
        Assert.Equal("みどり書道会", refused.Find("input[name='Input.GroupName']").GetAttribute("value"));
        // Another month, another group, and the same month when the day has come.
        await app.Visitor.BookAsync(room, new(2027, 1, 9));
        await app.Visitor.BookAsync(room, new(2026, 12, 8), group: "コーラスすみれ");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(9)));
        await app.Visitor.BookAsync(room, new(2026, 12, 8), "13:00-17:00");
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_name_may_be_written_with_spaces_or_wide_letters_and_bands_count_each()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await SetAsync(app);

        await app.Visitor.BookAsync(room, span: "9:00-17:00", group: "ABC  の会");
        var refused = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room, new(2026, 12, 8)), group: "ＡＢＣの会");

        Assert.Equal([Full], refused.Errors);
    }

    [Fact]
    public async Task The_counter_obeys_it_and_a_cancelled_hire_does_not_count()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await SetAsync(app);
        var first = await app.Visitor.BookAsync(room);
        await app.Visitor.BookAsync(room, Day.AddDays(1));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date=2026-12-08");

        Assert.Equal([Full], (await TakeInAsync(clerk, form)).Errors);

        await app.Visitor.GiveBackAsync(first);
        Assert.Equal("部屋の予約を受け付けました", (await TakeInAsync(clerk, form)).Heading);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Residents_read_it_and_head_office_ends_it()
    {
        await using var app = await City.StartAsync();
        using var office = await SetAsync(app);

        Assert.Contains("団体・サークルの予約は、1か月に2区分までです。", (await app.Visitor.OpenAsync("/rooms")).Text, StringComparison.Ordinal);

        var list = await office.OpenAsync("/staff/booking-rules");
        await office.SubmitAsync(await office.OpenAsync(list.Find("a[href*='/caps/'][href$='/end']").GetAttribute("href")!), new { LastDay = "2026-11-23" });
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain("1か月に2区分まで", (await app.Visitor.OpenAsync("/rooms")).Text, StringComparison.Ordinal);
    }

    internal static async Task<Browser> SetAsync(KominkanApp app, int most = 2)
    {
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var done = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/caps/new"), new { UserClass = "Group", Most = most, FreeDays = 7, Article = "規則第5条", From = $"{app.Clock.Today():yyyy-MM-dd}" });
        Assert.Contains($"1か月に{most}区分まで", done.Text, StringComparison.Ordinal);
        return office;
    }

    private static Task<Page> TakeInAsync(Browser clerk, Page form) => clerk.SubmitAsync(form, new
    {
        Channel = "Phone",
        From = "09:00",
        To = "12:00",
        UserClass = "Group",
        GroupName = "みどり書道会",
        FamilyName = "中村",
        FamilyKana = "なかむら",
        Phone = "096-000-0001",
        Purpose = "書道の練習",
        GivenRooms.PurposeKind,
        GivenRooms.Tie,
        People = 12,
    });
}
