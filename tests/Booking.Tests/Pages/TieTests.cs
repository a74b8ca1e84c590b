using System.Globalization;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Who asks for a room says what ties them to the city, and pays and is refused by it.</summary>
public sealed class TieTests
{
    private const int Outside = 9;

    [Fact]
    public async Task On_the_web_a_tie_is_chosen_and_stands_on_the_hire_and_the_list()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var hire = await app.HireAsync(number);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        Assert.Equal((GivenRooms.Tie, "市内に住んでいる", null), (hire.Tie.Code, hire.Tie.Name, hire.Tie.EvidenceMonths));
        foreach (var page in new[] { await clerk.OpenAsync($"/staff/hires/{hire.Id}"), await clerk.OpenAsync($"/staff/hires/{hire.Id}/permit"), await app.Visitor.LookUpAsync(number) })
        {
            Assert.Contains("市内とのつながり市内に住んでいる", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Contains("市内に住んでいる,学習・文化活動,書道の練習", (await clerk.OpenAsync("/staff/hires?format=csv")).Html, StringComparison.Ordinal);
        Assert.Contains("この予約には、書類の確認はいりません。", (await clerk.OpenAsync($"/staff/hires/{hire.Id}/evidence")).Text, StringComparison.Ordinal);
        Assert.Contains("利用を許可しました。許可書を印刷してください。", (await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire.Id}/permit"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_from_outside_pays_the_surcharge_and_is_not_asked_twice()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        var boxes = form.Document.QuerySelectorAll("input[name='Input.Extras']").Select(b => b.GetAttribute("value")).ToList();

        Assert.Equal(["入場料や会費を取る利用", "冷暖房"], boxes);
        var typed = Fields(Outside);
        typed["Input.Extras"] = "冷暖房";
        var confirm = await app.Visitor.SubmitAsync(form, typed);
        Assert.Contains("どれにもあてはまらない（市外）", confirm.Text, StringComparison.Ordinal);
        var hire = await app.HireAsync((await app.Visitor.SubmitAsync(confirm)).ReceiptNumber());
        Assert.Equal(["冷暖房（1時間100円 × 3時間）", "午前の使用料", "市外の方の利用（部屋の使用料の100％）"], hire.Fees.Select(f => f.Label).Order(StringComparer.Ordinal));

        // A box that stood on no form: the tie alone says who pays.
        typed = Fields(GivenRooms.Tie);
        (typed["Input.Extras"], typed["Channel"], typed["From"], typed["To"], typed["UserClass"]) = ("市外の方の利用", "Counter", "13:00", "17:00", "Group");
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var done = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={Day:yyyy-MM-dd}"), typed);
        Assert.Equal("午後の使用料", Assert.Single((await app.HireAsync(done.ReceiptNumber())).Fees).Label);
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("", "市内とのつながりを選んでください。")]
    [InlineData("77", "市内とのつながりを選んでください。")]
    [InlineData("9", "「市外」の方には、部屋を貸せません（公民館条例第6条）。")]
    public async Task What_the_city_does_not_lend_to_is_refused_on_the_web_and_at_the_desk_and_what_was_typed_stays(string tie, string sentence)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/ties/new"), new { Code = 9, Name = "市外", Access = "Nowhere", Article = "公民館条例第6条", From = $"{app.Clock.Today():yyyy-MM-dd}" });
        var typed = Fields(0);
        (typed["Tie"], typed["Channel"], typed["From"], typed["To"], typed["UserClass"]) = (tie, "Phone", "13:00", "17:00", "Group");

        var web = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(room), typed);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var desk = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={Day:yyyy-MM-dd}"), typed);
        var season = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/seasons/new"), new Dictionary<string, string>(typed) { ["First"] = "2026-12-05", ["Last"] = "2027-01-30" });

        foreach (var refused in new[] { web, desk, season })
        {
            Assert.Equal([sentence], refused.Errors);
            Assert.Equal("みどり書道会", refused.Find("input[name='Input.GroupName']").GetAttribute("value"));
            Assert.Equal("書道", refused.Find("input[name='Input.Purpose']").GetAttribute("value"));
        }

        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
    }

    [Fact]
    public async Task Who_must_come_to_the_desk_is_told_so_on_the_web_and_is_taken_in_there()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/ties/new"), new { Code = 9, Name = "市外", Access = "Desk", Surcharge = "市外の方の利用", Article = "公民館条例第6条", From = $"{app.Clock.Today():yyyy-MM-dd}" });

        Assert.Contains("窓口と電話だけで借りられる、「市外の方の利用」を加える（公民館条例第6条）", list.Text, StringComparison.Ordinal);
        Assert.Equal(["「市外」の方は、館の窓口か電話で申し込んでください。"], (await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(room), Fields(Outside))).Errors);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Equal(2, (await app.HireAsync(await TakeInAsync(clerk, room, Outside, Day, "13:00", "17:00"))).Fees.Count);
    }

    [Fact]
    public async Task Who_waits_who_enters_a_draw_and_who_books_a_year_is_asked_and_pays_as_well()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.BookAsync(room);
        var asked = Fields(Outside);
        (asked["Channel"], asked["UserClass"], asked["From"], asked["To"]) = ("Counter", "Group", "18:00", "22:00");

        var waiting = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync(City.Wait(room)), new Dictionary<string, string>(asked) { ["UserClass"] = "Group" });
        Assert.Equal(Outside, (await app.WaitAsync(waiting.ReceiptNumber())).Tie.Code);
        var lottery = await app.LotteryAsync();
        var entered = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}/enter"), asked.Concat(Lots.Lines(new Wished(room))).ToDictionary());
        Assert.Equal("市外の方の利用", (await app.EntryAsync(entered.ReceiptNumber())).Tie.Surcharge);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var season = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/seasons/new"), new Dictionary<string, string>(asked) { ["First"] = "2027-04-02", ["Last"] = "2027-04-09" });
        Assert.Empty((await clerk.SubmitAsync(season)).Errors);

        var labels = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.Where(h => h.SeasonId != null).SelectMany(h => h.Fees).Select(f => f.Label).ToListAsync());
        Assert.Equal(2, labels.Count(l => l == "市外の方の利用（部屋の使用料の100％）"));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Where_the_city_has_no_ties_nothing_is_asked_and_the_rule_may_be_ended_from_yesterday_on()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        foreach (var id in await app.DoAsync(s => s.GetRequiredService<BookingDb>().Ties.Select(t => t.Id).ToListAsync()))
        {
            await office.SubmitAsync(await office.OpenAsync($"/staff/booking-rules/ties/{id}/end"), new { LastDay = $"{app.Clock.Today().AddDays(-1):yyyy-MM-dd}" });
        }

        var form = await app.Visitor.KeepAsync(room);
        Assert.Null(form.Document.QuerySelector("[name='Input.Tie']"));
        Assert.Contains("市外の方の利用", form.Document.QuerySelectorAll("input[name='Input.Extras']").Select(b => b.GetAttribute("value")));
        Assert.Contains("まだ予約は終わっていません。", (await app.Visitor.FillInAsync(form)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "市内", "", "", "", "番号は1から99までで入力してください。")]
    [InlineData("6", "", "", "", "", "名前を入力してください")]
    [InlineData("6", "市内", "0", "会則", "", "書類が有効な月数を、1から60までで入力してください。")]
    [InlineData("6", "市内", "", "会則", "", "書類が有効な月数を、1から60までで入力してください。")]
    [InlineData("6", "市内", "12", "、、", "", "書類の名前を1つ20字までで、「、」で分けて入力してください。")]
    [InlineData("6", "市内", "12", "とてもとてもとても長い名前の書類を見せてください", "", "書類の名前を1つ20字までで、「、」で分けて入力してください。")]
    [InlineData("6", "市内", "", "", "ない加算", "この加算は、その日には使えません。加算か日を選び直してください。")]
    [InlineData("9", "市内", "", "", "", "同じ日に始まる規則があります。別の日にしてください。")]
    public async Task A_tie_that_cannot_be_is_refused_and_the_form_comes_back_filled(string code, string name, string months, string papers, string surcharge, string sentence)
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        object typed = new { Code = code, Name = name, Access = "Anywhere", EvidenceMonths = months, Papers = papers, Surcharge = surcharge, Article = "規則第3条", From = "2026-12-01" };
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/ties/new"), new { Code = 9, Name = "市外", Access = "Anywhere", Article = "規則第3条", From = "2026-12-01" });

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/ties/new"), typed);

        Assert.Equal([sentence], refused.Errors);
        Assert.Equal("規則第3条", refused.Find("input[name='Input.Article']").GetAttribute("value"));
        Assert.Equal(7, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Ties.CountAsync()));
    }

    /// <summary>A clerk takes in a group that says it has the tie.</summary>
    /// <returns>The number of the hire.</returns>
    internal static async Task<string> TakeInAsync(Browser clerk, Room room, int tie, DateOnly day, string from = "09:00", string to = "12:00", string phone = "090-0000-0001", string group = "みどり書道会")
    {
        var typed = Fields(tie);
        (typed["Channel"], typed["UserClass"], typed["From"], typed["To"], typed["Phone"], typed["GroupName"]) = ("Counter", "Group", from, to, phone, group);
        return (await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={day:yyyy-MM-dd}"), typed)).ReceiptNumber();
    }

    /// <summary>What a group types that says it has the tie.</summary>
    internal static Dictionary<string, string> Fields(int tie) => new()
    {
        ["GroupName"] = "みどり書道会",
        ["FamilyName"] = "中村",
        ["FamilyKana"] = "なかむら",
        ["Phone"] = "090-0000-0001",
        ["Purpose"] = "書道",
        ["PurposeKind"] = GivenRooms.PurposeKind,
        ["Tie"] = tie.ToString(CultureInfo.InvariantCulture),
        ["People"] = "8",
        ["Promise"] = "true",
        ["Agree"] = "true",
    };
}
