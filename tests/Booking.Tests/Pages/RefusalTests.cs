using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Saying no is a decision: by a reason of the ordinance, told with how to appeal, and it costs nothing.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_manager_refuses_and_the_room_is_free_and_the_hirer_reads_why_and_how_to_appeal()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        var id = (await app.HireAsync(number)).Id;
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        var done = await RefuseAsync(app, manager, id, "23-1", "有料の即売会のため");

        foreach (var words in new[] { "不許可", "23-1", "営利を目的とした利用にあたるため（有料の即売会のため）", "社会教育法第23条第1項第1号" })
        {
            Assert.Contains(words, done.Find("main").TextContent, StringComparison.Ordinal);
        }

        var mine = await app.Visitor.LookUpAsync(number);
        foreach (var words in new[] { "不許可", "営利を目的とした利用にあたるため", "社会教育法第23条第1項第1号", "3か月以内に、市長に審査請求", "6か月以内", "取消しの訴え" })
        {
            Assert.Contains(words, mine.Find("main").TextContent, StringComparison.Ordinal);
        }

        Assert.Null(mine.Document.QuerySelector("a[href='/hires/cancel']"));
        Assert.Contains("の利用を許可できません", (await manager.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync(o => o.ReleasedAt == null)));
        await Rules.HoldAsync(app);
        await app.Visitor.BookAsync(room, n: 2, group: "次の会");
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_notice_is_printed_with_form_reason_article_and_appeal_and_later_rules_do_not_change_it()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("この予約は不許可になっていません。", (await manager.OpenAsync($"/staff/hires/{id}/refusal")).Text, StringComparison.Ordinal);
        Assert.Contains("許可すると印刷できます。", (await manager.OpenAsync($"/staff/hires/{id}/sheet")).Text, StringComparison.Ordinal);
        await RefuseAsync(app, manager, id, "JO-2", "");
        Assert.Contains("不許可にした予約です。許可書はありません。", (await manager.OpenAsync($"/staff/hires/{id}/sheet")).Text, StringComparison.Ordinal);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var today = $"{app.Clock.Today():yyyy-MM-dd}";

        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/refusal-reasons/new"), new { Code = "ｊｏ-2", Reason = "別の理由", Article = "条例第9条", From = today });
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/refusal-forms/new"), new { Title = "新しい通知書", FormNumber = "様式第9号", Issuer = "教育長", Appeal = "別の教示", From = today });

        foreach (var words in new[] { "別の理由（条例第9条）", "新しい通知書", "様式第9号、教育長" })
        {
            Assert.Contains(words, list.Text, StringComparison.Ordinal);
        }

        var sheet = (await manager.OpenAsync($"/staff/hires/{id}/refusal")).Find(".sheet").TextContent;
        foreach (var words in new[] { "様式第3号（見本）", $"第{number}号", "公民館利用不許可決定通知書", "みどり書道会 様", "熊本市長", "研修室1", "令和8年12月5日（土）午前9時から正午まで（午前）", "館の管理に支障があるため", "公民館条例第5条第2号（見本）", "審査請求", "6か月以内" })
        {
            Assert.Contains(words, sheet, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_counter_enters_hires_but_does_not_decide_that_one_is_refused()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");

        Assert.Null((await clerk.OpenAsync($"/staff/hires/{id}")).Document.QuerySelector("a[href$='/refuse']"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), ((await clerk.OpenAsync($"/staff/hires/{id}/refuse")).Status, (await stranger.OpenAsync($"/staff/hires/{id}/refuse")).Status));
    }

    [Fact]
    public async Task What_was_paid_is_due_back_and_a_late_refusal_is_no_late_cancellation()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var hall = await app.HallAsync();
        for (var n = 0; n < 3; n++)
        {
            var number = await app.Visitor.BookAsync(await app.RoomAsync(), app.Clock.Today().AddDays(2 + n));
            var hire = (await app.HireAsync(number)).Id;
            if (n == 0)
            {
                await manager.SubmitAsync(await manager.OpenAsync("/staff/cashier/drawers/open"), new { HallId = hall.Id, Float = 10_000 });
                var bill = (await manager.OpenAsync($"/staff/hires/{hire}")).Find("a[href^='/staff/cashier/bills/']").GetAttribute("href")!;
                await manager.SubmitAsync(await manager.OpenAsync(bill + "/pay"));
            }

            await RefuseAsync(app, manager, hire, "23-2", "");
            var standing = (await app.DoAsync(s => s.GetRequiredService<ICashier>().StandingAsync([hire]))).GetValueOrDefault(hire);
            Assert.Equal((0, n == 0 ? -400 : 0), (standing?.Due ?? 0, standing?.Balance ?? 0));
        }

        Assert.DoesNotContain("みどり書道会", (await manager.OpenAsync("/staff/room-alerts")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await manager.OpenAsync("/staff/hires?todo=refused")).Document.QuerySelectorAll("tbody tr").Length);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Only_what_waits_for_a_decision_is_refused_and_only_by_a_reason_and_a_notice_of_the_city()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var (permitted, waiting) = ((await app.HireAsync(await app.Visitor.BookAsync(room))).Id, (await app.HireAsync(await app.Visitor.BookAsync(room, span: "13:00-17:00"))).Id);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/hires/{permitted}/permit"));

        Assert.Contains("許可した予約です。使えないときは取り消してください。", (await manager.OpenAsync($"/staff/hires/{permitted}/refuse")).Text, StringComparison.Ordinal);
        var form = await manager.OpenAsync($"/staff/hires/{waiting}/refuse");
        var unknown = await manager.SubmitAsync(form, new { ReasonId = Guid.NewGuid(), Explanation = "火を使うため" });
        Assert.Equal(["不許可の理由を選び直してください。"], unknown.Errors);
        Assert.Equal("火を使うため", unknown.Find("textarea[name='Input.Explanation']").TextContent.Trim());
        Assert.NotEmpty((await manager.SubmitAsync(form)).Errors);
        await app.DoAsync(s => s.GetRequiredService<BookingDb>().RefusalForms.ExecuteDeleteAsync());
        Assert.Equal(["不許可の通知の様式がありません。先に、貸館の規則で様式を定めてください。"], (await RefuseAsync(app, manager, waiting, "23-1", "")).Errors);
        Assert.Equal(HireState.Booked, (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.Id == waiting))).State);
        await app.DoAsync(s => s.GetRequiredService<BookingDb>().RefusalReasons.ExecuteDeleteAsync());
        Assert.Contains("不許可の理由がまだ定められていません。", (await manager.OpenAsync($"/staff/hires/{waiting}/refuse")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_the_room_is_offered_what_a_refusal_leaves_free()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(room))).Id;
        var wait = (await app.Visitor.WaitAsync(room)).ReceiptNumber();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        await RefuseAsync(app, manager, id, "23-3", "");

        Assert.Equal(WaitState.Offered, (await app.WaitAsync(wait)).State);
        Assert.Contains("この予約はもう不許可にしています。", (await manager.OpenAsync($"/staff/hires/{id}/refuse")).Text, StringComparison.Ordinal);
        Assert.Contains("不許可にした予約は許可できません。", (await manager.OpenAsync($"/staff/hires/{id}/permit")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Erased_with_the_hirer_staffs_own_words_go_and_reason_and_article_stay()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await RefuseAsync(app, manager, id, "23-1", "中村さんの物販のため");

        await app.DoAsync(s => s.GetRequiredService<HirePersonalData>().EraseAsync([id]));

        var kept = (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.Include(h => h.Refusal).SingleAsync(h => h.Id == id))).Refusal!;
        Assert.Equal(("", "23-1", "社会教育法第23条第1項第1号"), (kept.Explanation, kept.Code, kept.Article));
        await Rules.HoldAsync(app);
    }

    private static async Task<Page> RefuseAsync(KominkanApp app, Browser manager, Guid hire, string code, string explanation)
    {
        var reason = await app.DoAsync(s => s.GetRequiredService<BookingDb>().RefusalReasons.SingleAsync(r => r.Code == code && r.ValidTo == null));
        return await manager.SubmitAsync(await manager.OpenAsync($"/staff/hires/{hire}/refuse"), new { ReasonId = reason.Id, Explanation = explanation });
    }
}
