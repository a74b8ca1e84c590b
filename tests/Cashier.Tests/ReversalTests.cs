using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Cashier.Tests;

/// <summary>Mistakes are reversed, never changed; and what was paid too much goes back.</summary>
public sealed class ReversalTests
{
    [Fact]
    public async Task A_mistake_is_reversed_when_somebody_else_agrees_and_is_paid_anew()
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        var bill = await app.BillAsync(hire);
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(bill, new { Yen = 100 });
        var wrong = Assert.Single(await app.ReceiptsAsync());
        await clerk.AskReversalAsync(wrong);
        Assert.Contains("取消はもう申請されています。", (await clerk.OpenAsync($"/staff/cashier/receipts/{wrong.Id}/reverse")).Text, StringComparison.Ordinal);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        var done = await manager.SubmitAsync(await manager.OpenAsync($"/staff/cashier/reversals/{(await app.ReversalAsync()).Id}/approve"));

        Assert.Contains("−100円の記録を加えました。", done.Text, StringComparison.Ordinal);
        var receipts = await app.ReceiptsAsync();
        Assert.Equal([(1, 100), (2, -100)], receipts.Select(r => (r.Serial, r.Yen)));
        Assert.Equal((wrong.Id, wrong.DrawerId), (receipts[1].ReversesId!.Value, receipts[1].DrawerId));
        Assert.Equal((0, 10_000), ((await app.BillAsync(hire)).Paid, (await app.DrawerAsync()).Expected));
        Assert.Contains("取り消した記録の領収書は出せません。", (await clerk.OpenAsync($"/staff/cashier/receipts/{wrong.Id}/issue")).Text, StringComparison.Ordinal);
        await clerk.PayAsync(bill);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Who_asked_cannot_agree_and_a_clerk_cannot_answer_at_all()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var manager = await app.ClerkAsync(RoleKeys.HallManager);
        await manager.PayAsync(bill);
        await manager.AskReversalAsync(Assert.Single(await app.ReceiptsAsync()));
        var url = $"/staff/cashier/reversals/{(await app.ReversalAsync()).Id}/approve";
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var other = await app.SignInAsync(RoleKeys.HallManager, "1");

        Assert.Contains("自分の申請は承認できません。", (await manager.OpenAsync(url)).Text, StringComparison.Ordinal);
        // Whatever they send.
        var forged = await manager.SubmitAsync(await other.OpenAsync(url));
        Assert.NotEqual("領収の取消", forged.Heading);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await clerk.OpenAsync(url)).Status);
        Assert.Single(await app.ReceiptsAsync());
    }

    [Fact]
    public async Task Refused_it_stands_and_answered_twice_it_is_answered_once()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(bill);
        await clerk.AskReversalAsync(Assert.Single(await app.ReceiptsAsync()));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var id = (await app.ReversalAsync()).Id;
        var approve = await manager.OpenAsync($"/staff/cashier/reversals/{id}/approve");

        await manager.SubmitAsync(await manager.OpenAsync($"/staff/cashier/reversals/{id}/refuse"), new { Reason = "額は合っています" });
        var late = await manager.SubmitAsync(approve);

        Assert.Equal(["この申請には、もう返事をしています。"], late.Errors);
        Assert.Single(await app.ReceiptsAsync());
        Assert.Contains("額は合っています", (await manager.OpenAsync("/staff/cashier/reversals")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task With_no_drawer_open_cash_does_not_move()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(bill);
        await clerk.AskReversalAsync(Assert.Single(await app.ReceiptsAsync()));
        await clerk.CloseAsync((await app.DrawerAsync()).Id, (await app.DrawerAsync()).Expected);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var approve = await manager.OpenAsync($"/staff/cashier/reversals/{(await app.ReversalAsync()).Id}/approve");

        Assert.Equal(["現金が動きます。申請した方か自分のレジを先に開けてください。"], (await manager.SubmitAsync(approve)).Errors);
        await manager.SubmitAsync(await manager.OpenAsync("/staff/cashier/drawers/open"), new { Float = 1000 });
        await manager.SubmitAsync(approve);

        var receipts = await app.ReceiptsAsync();
        Assert.NotEqual(receipts[0].DrawerId, receipts[1].DrawerId);
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("Hall", 0)]
    [InlineData("Hirer", 50)]
    public async Task After_a_cancellation_what_was_paid_too_much_goes_back(string by, int owedPercent)
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        var due = (await app.BillAsync(hire)).Due;
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(await app.BillAsync(hire));

        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/cancel"), new { By = by, Reason = "都合が変わったため" });

        var bill = await app.BillAsync(hire);
        var back = due - (due * owedPercent / 100 / 10 * 10);
        Assert.Equal((-back, "返金待ち"), (bill.Balance, bill.Standing.Status.Word));
        Assert.Contains(bill.Number, (await clerk.OpenAsync("/staff/cashier?show=refund")).Text, StringComparison.Ordinal);
        var slip = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/refund"), new { Reason = "予約の取消のため" });
        Assert.Contains("受領書", slip.Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 10_000 + due - back), ((await app.BillAsync(hire)).Balance, (await app.DrawerAsync()).Expected));
        Assert.Contains("返すお金はありません。", (await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/refund")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_is_owed_after_a_late_cancellation_stays_owed_until_it_is_paid()
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        using var clerk = await app.ClerkAsync();
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/cancel"), new { By = "Hirer", Reason = "都合が変わったため" });
        app.Clock.Advance(TimeSpan.FromDays(60));

        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        var bill = await app.BillAsync(hire);
        Assert.True(bill.Due > 0);
        Assert.Contains(bill.Number, (await later.OpenAsync("/staff/cashier")).Text, StringComparison.Ordinal);
        await later.PayAsync(bill, new { Method = "Transfer" });
        Assert.Equal("支払い済み", (await app.BillAsync(hire)).Standing.Status.Word);
    }

    [Fact]
    public async Task The_receipts_form_is_a_rule_with_a_day()
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/cashier/forms/new");
        await office.SubmitAsync(form, new { Title = "領収証書", FormNumber = "様式第9号", Issuer = "熊本市出納員", From = "2026-11-23" });
        Assert.Equal(["同じ日に始まる様式があります。別の日にしてください。"], (await office.SubmitAsync(await office.OpenAsync("/staff/cashier/forms/new"), new { Title = "領収書", FormNumber = "様式第10号", Issuer = "熊本市出納員", From = "2026-11-23" })).Errors);
        Assert.Equal(["いつからかは、今日から10年の間の日にしてください。"], (await office.SubmitAsync(form, new { Title = "領収書", FormNumber = "様式第10号", Issuer = "熊本市出納員", From = "2026-11-22" })).Errors);
        using var clerk = await app.ClerkAsync();

        var sheet = (await clerk.PayAsync(await app.BillAsync(hire))).Find(".sheet").TextContent;

        Assert.Contains("様式第9号", sheet, StringComparison.Ordinal);
        Assert.Contains("熊本市出納員", sheet, StringComparison.Ordinal);
        Assert.Contains("様式第9号", (await office.OpenAsync("/staff/cashier/forms")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_nobody_is_named_any_more_and_the_money_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(await app.BillAsync(hire), new { Purpose = "中村 恵子様の研修室の使用料" });

        await app.DoAsync(async s =>
        {
            var data = s.GetRequiredService<PayerPersonalData>();
            var found = await data.FindAsync(new PersonTraits(new PersonKey(Guid.NewGuid(), []), "", []) { Subjects = [hire] });
            Assert.Equal(["請求", "領収書"], found.Select(f => f.Kind));
            Assert.Empty(await data.FindAsync(new PersonTraits(new PersonKey(Guid.NewGuid(), []), "", []) { Subjects = [Guid.NewGuid()] }));
            await data.EraseAsync([.. found.Select(f => f.Id)]);
        });

        var (bill, receipt) = (await app.BillAsync(hire), Assert.Single(await app.ReceiptsAsync()));
        Assert.Equal((Bill.ErasedPayer, Bill.ErasedPayer, bill.Title, bill.Due), (bill.Payer, receipt.Payer, receipt.Purpose, receipt.Yen));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task After_the_citys_time_nobody_is_named_any_more_and_a_second_run_finds_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HiredAsync();
        var before = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        var (first, second) = await app.DoAsync(async s =>
        {
            var old = s.GetServices<IRetention>().OfType<OldReceipts>().Single();
            return (await old.ApplyAsync(before), await old.ApplyAsync(before));
        });

        Assert.Equal((1, 0), (first, second));
    }
}
