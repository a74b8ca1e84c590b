using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Who asks for a room says for what; what the law forbids is refused with its article, and the form comes back filled.</summary>
public sealed class PurposeTests
{
    private const string Party = "特定の政党の活動には、部屋を貸せません（社会教育法第23条第1項第2号）。";

    [Fact]
    public async Task On_the_web_a_kind_is_chosen_and_stands_on_the_hire_the_permit_and_the_list()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        Assert.Equal("学習・文化活動", (await app.HireAsync(number)).PurposeKind);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));
        foreach (var url in new[] { $"/staff/hires/{id}", $"/staff/hires/{id}/sheet" })
        {
            Assert.Contains("学習・文化活動：書道の練習", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("学習・文化活動：書道の練習", (await clerk.SubmitAsync(await clerk.OpenAsync("/staff/hires/find"), new { Text = number })).Text, StringComparison.Ordinal);
        Assert.Contains("学習・文化活動", (await clerk.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Contains("学習・文化活動,書道の練習", (await clerk.OpenAsync("/staff/hires?format=csv")).Html, StringComparison.Ordinal);
        Assert.Contains("学習・文化活動：書道の練習", (await app.Visitor.LookUpAsync(number)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "目的の種類を選んでください。")]
    [InlineData("存在しない目的", "目的の種類を選んでください。")]
    [InlineData("特定の政党の活動", Party)]
    [InlineData("営利目的の事業", "営利目的の事業には、部屋を貸せません（社会教育法第23条第1項第1号）。")]
    public async Task What_may_not_be_is_refused_on_the_web_and_at_the_desk_and_what_was_typed_stays(string kind, string sentence)
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        object typed = new { PurposeKind = kind, GivenRooms.Tie, Channel = "Phone", From = "13:00", To = "17:00", UserClass = "Group", GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "なかむら", Phone = "090-0000-0001", Purpose = "集まり", People = 8, Promise = "true", Agree = "true" };

        var web = await app.Visitor.SubmitAsync(form, typed);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var desk = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={Day:yyyy-MM-dd}"), typed);
        var season = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/seasons/new"), new Dictionary<string, string>(Fields(typed)) { ["First"] = "2026-12-05", ["Last"] = "2027-01-30" });

        foreach (var refused in new[] { web, desk, season })
        {
            Assert.Equal([sentence], refused.Errors);
            Assert.Equal("みどり書道会", refused.Find("input[name='Input.GroupName']").GetAttribute("value"));
            Assert.Equal("集まり", refused.Find("input[name='Input.Purpose']").GetAttribute("value"));
        }

        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
    }

    [Fact]
    public async Task Who_waits_and_who_enters_a_draw_is_asked_too()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.BookAsync(room);
        var typed = new Dictionary<string, string> { ["PurposeKind"] = "特定の政党の活動", ["Tie"] = $"{GivenRooms.Tie}", ["GroupName"] = "待つ会", ["FamilyName"] = "木村", ["FamilyKana"] = "きむら", ["Phone"] = "090-0000-0002", ["Purpose"] = "集まり", ["People"] = "4", ["Promise"] = "true", ["Agree"] = "true" };

        Assert.Equal([Party], (await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync(City.Wait(room)), typed)).Errors);
        Assert.Equal("学習・文化活動", (await app.WaitAsync((await app.Visitor.WaitAsync(room)).ReceiptNumber())).PurposeKind);
        var lottery = await app.LotteryAsync();
        var refused = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}/enter"), typed.Concat(Lots.Lines(new Wished(room))).ToDictionary());
        Assert.Equal([Party], refused.Errors);
        Assert.Equal("学習・文化活動", (await app.EntryAsync((await app.Visitor.EnterAsync(lottery.Id, 3, new Wished(room))).ReceiptNumber())).PurposeKind);
    }

    [Fact]
    public async Task Where_the_city_has_no_kinds_nothing_is_asked_and_head_office_may_begin_to()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.DoAsync(async s =>
        {
            await s.GetRequiredService<BookingDb>().Purposes.ExecuteDeleteAsync();
            s.GetRequiredService<RuleBook>().Forget();
        });

        var form = await app.Visitor.KeepAsync(room);
        Assert.Null(form.Document.QuerySelector("[name='Input.PurposeKind']"));
        Assert.Contains("まだ予約は終わっていません。", (await app.Visitor.FillInAsync(form)).Text, StringComparison.Ordinal);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var religion = await app.DoAsync(s => s.GetRequiredService<BookingDb>().RefusalReasons.SingleAsync(r => r.Code == "23-3"));
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/purposes/new"), new { Name = "特定の宗教の布教", Refusal = religion.Id, From = $"{app.Clock.Today():yyyy-MM-dd}" });

        Assert.Contains("貸せない（23-3、社会教育法第23条第2項）", list.Text, StringComparison.Ordinal);
        Assert.NotNull((await app.Visitor.KeepAsync(room)).Document.QuerySelector("[name='Input.PurposeKind']"));
        Assert.Equal(["貸せない理由を選び直してください。"], (await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/purposes/new"), new { Name = "別の目的", Refusal = Guid.NewGuid() })).Errors);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(object typed) => typed.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name, $"{p.GetValue(typed)}"));
}
