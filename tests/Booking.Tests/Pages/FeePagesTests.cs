using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>What a hire costs from the first page to the day itself: what is added, taken off, and who came.</summary>
public sealed class FeePagesTests
{
    [Fact]
    public async Task A_resident_adds_equipment_and_says_what_is_so_and_reads_each_yen_before_booking()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        var fields = new Dictionary<string, string>
        {
            ["GroupName"] = "みどり書道会",
            ["FamilyName"] = "中村",
            ["FamilyKana"] = "なかむら",
            ["Phone"] = "090-0000-0001",
            ["Purpose"] = "書道",
            ["PurposeKind"] = GivenRooms.PurposeKind,
            ["Tie"] = "9",
            ["People"] = "8",
            ["Promise"] = "true",
            ["Agree"] = "true",
            ["Input.Items[0].Count"] = "3",
            ["Input.Items[1].Count"] = "1",
        };

        var names = form.Document.QuerySelectorAll("input[name$='.Name']").Select(i => i.GetAttribute("value")).ToList();
        var projector = names.IndexOf("プロジェクター");
        (fields["Input.Items[0].Count"], fields["Input.Items[1].Count"]) = projector == 0 ? ("3", "1") : ("1", "3");
        var refused = await app.Visitor.SubmitAsync(form, fields);
        Assert.Equal(["プロジェクターは、この時間はあと2つです。数を減らしてください。"], refused.Errors);
        fields[$"Input.Items[{projector}].Count"] = "2";
        var confirm = await app.Visitor.SubmitAsync(refused, fields);

        // 400 for the room, as much again from outside, 2 × 500 and 300.
        foreach (var words in new[] { "市外の方の利用（部屋の使用料の100％）", "プロジェクター（500円 × 2）", "放送設備（300円 × 1）", "合計2,100円", "プロジェクター 2つ" })
        {
            Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), confirm.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var hire = await app.HireAsync((await app.Visitor.SubmitAsync(confirm)).ReceiptNumber());
        Assert.Equal(2_100, hire.Yen);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_reduction_is_granted_on_evidence_and_taken_back_exactly()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync($"/staff/hires/{id}/reduce");
        var half = form.Document.QuerySelectorAll("label.option").Single(l => l.TextContent.Contains("社会教育関係団体", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(form, new { RuleId = half, Evidence = "" })).Status);
        var granted = await clerk.SubmitAsync(form, new { RuleId = half, Evidence = "団体登録証 第12号" });
        Assert.Contains("使用料は200円です。", granted.Text, StringComparison.Ordinal);
        Assert.Contains("−200円", granted.Text, StringComparison.Ordinal);
        Assert.Equal(["この減免は、もうつけています。"], (await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/reduce"), new { RuleId = half, Evidence = "もう一度" })).Errors);
        await Rules.HoldAsync(app);

        await clerk.SubmitAsync(await clerk.OpenAsync(granted.Find("a[href$='/undo']").GetAttribute("href")!));

        Assert.Equal((400, 3), ((await app.HireAsync(number)).Yen, (await app.HireAsync(number)).Fees.Count));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task New_rules_are_set_on_their_pages_and_hold_from_their_day_for_new_bookings()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var before = await app.Visitor.BookAsync(room);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/surcharges/new"), new { Name = "土日祝の利用", Trigger = "Weekend", Unit = "Percent", Amount = 20, RoundTo = 10, Article = "条例第9条", From = "2026-12-01" });
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/roundings/new"), new { RoundTo = 100, Article = "条例第9条", From = "2026-12-01" });
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/reductions/new"), new { Group = "子ども会", Percent = 30, RoundTo = 10, Evidence = "名簿", Article = "規則第7条", From = "2026-12-01" });
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/equipment/new"), new { HallId = room.HallId, Name = "電子ピアノ", Stock = 1, Yen = 800, Unit = "Use", Article = "条例別表第2", From = "2026-12-01" });
        var after = await app.Visitor.BookAsync(room, Day.AddDays(1));

        foreach (var words in new[] { "土曜・日曜・祝日、部屋の使用料の20％", "合計", "すべての30％を減らす", "1つ、1回800円（条例別表第2）" })
        {
            Assert.Contains(words, list.Text, StringComparison.Ordinal);
        }

        // 400 and 80 at the weekend, rounded down to 100.
        Assert.Equal((400, 400), ((await app.HireAsync(before)).Yen, (await app.HireAsync(after)).Yen));
        Assert.Equal([400, 80, -80], (await app.HireAsync(after)).Fees.OrderBy(f => f.Line).Select(f => f.Yen));
    }

    [Fact]
    public async Task Who_comes_is_taken_in_on_the_day_and_counted_by_age_at_the_end()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using (var early = await app.SignInAsync(RoleKeys.Counter, "1"))
        {
            Assert.Contains("来館の受付は、利用する日にできます。", (await early.OpenAsync($"/staff/hires/{id}/check-in")).Text, StringComparison.Ordinal);
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 9, 5, 0, TimeSpan.FromHours(9)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync($"/staff/hires/{id}/check-in");
        Assert.Contains("来館を受け付けました。", (await clerk.SubmitAsync(form)).Text, StringComparison.Ordinal);
        Assert.Contains("先に押したときに保存しました。", (await clerk.SubmitAsync(form)).Text, StringComparison.Ordinal);
        Assert.Contains("もう来館を受け付けています。", (await clerk.OpenAsync($"/staff/hires/{id}/check-in")).Text, StringComparison.Ordinal);

        var sixties = AgeBands.All.ToList().IndexOf("60代");
        var used = await clerk.OpenAsync($"/staff/hires/{id}/used");
        var fields = new Dictionary<string, string> { ["Came"] = "6", [$"Input.Bands[{sixties}].Count"] = "7" };
        Assert.Equal(["年代ごとの人数の合計は、来た人数までにしてください。"], (await clerk.SubmitAsync(used, fields)).Errors);
        fields[$"Input.Bands[{sixties}].Count"] = "4";
        Assert.Contains("60代 4", (await clerk.SubmitAsync(used, fields)).Text, StringComparison.Ordinal);

        var figures = await app.DoAsync(async s =>
        {
            var all = new List<Figure>();
            await foreach (var figure in s.GetServices<IFigures>().OfType<BookingFigures>().Single().InPeriodAsync(Period.Month(2026, 12)))
            {
                all.Add(figure);
            }

            return all.Where(f => f.Key == BookingFigures.Users).Select(f => (f.Breakdown.AgeBand, f.Value)).ToList();
        });
        Assert.Equal([("60代", 4), (null, 2)], figures);
    }
}
