using System.Collections.Concurrent;
using Kominkan.Cashier.Contracts;
using Kominkan.Cashier.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Cashier.Tests;

/// <summary>Paid on the web: residents are sent to the company and back, and what was paid is booked once.</summary>
public sealed class OnlineTests
{
    [Fact]
    public async Task Without_a_company_nobody_is_sent_anywhere()
    {
        await using var app = await KominkanApp.StartAsync();
        var mine = await LookUpAsync(app, await app.HiredAsync());

        Assert.Contains("支払い：△ 未払い", mine.Text, StringComparison.Ordinal);
        Assert.Empty(mine.Document.QuerySelectorAll("a[href='/hires/pay']"));
        Assert.Contains("オンラインでは払えません。", (await app.Visitor.OpenAsync("/hires/pay")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hired_pays_at_the_company_and_it_is_booked_once_however_often_it_is_asked()
    {
        var company = new Company();
        await using var app = await StartAsync(company);
        var hire = await app.HiredAsync();
        await LookUpAsync(app, hire);
        var ready = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires/pay"));
        Assert.Equal("https://pay.example/", ready.Find("main a.btn").GetAttribute("href")![..20]);
        var order = Assert.Single(company.Orders.Values);
        Assert.Equal((await app.BillAsync(hire)).Due, order.Yen);
        Assert.DoesNotContain("みどり", order.Title, StringComparison.Ordinal);
        var back = await app.Visitor.OpenAsync("/hires/paid");
        Assert.Contains("支払いはまだ確かめられません。", (await app.Visitor.SubmitAsync(back)).Text, StringComparison.Ordinal);

        company.Outcome = OnlineOutcome.Paid;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Visitor.SubmitAsync(back)));
        await app.RunJobAsync("cashier.ask-online");

        var receipt = Assert.Single(await app.ReceiptsAsync());
        Assert.Equal((Method.Online, null, order.Yen), (receipt.Method, receipt.DrawerId, receipt.Yen));
        Assert.Contains("支払い：○ 支払い済み", (await app.Visitor.OpenAsync("/hires/mine")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Who_does_not_come_back_has_paid_all_the_same_and_who_paid_twice_gets_it_back()
    {
        var company = new Company();
        await using var app = await StartAsync(company);
        var hire = await app.HiredAsync();
        await LookUpAsync(app, hire);
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires/pay"));
        using (var clerk = await app.ClerkAsync())
        {
            await clerk.PayAsync(await app.BillAsync(hire));
        }

        company.Outcome = OnlineOutcome.Paid;
        await app.RunJobAsync("cashier.ask-online");

        var bill = await app.BillAsync(hire);
        Assert.Equal((-bill.Due, "返金待ち"), (bill.Balance, bill.Standing.Status.Word));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_company_that_does_not_answer_is_said_so_and_nothing_is_lost()
    {
        var company = new Company { IsDown = true };
        await using var app = await StartAsync(company);
        await LookUpAsync(app, await app.HiredAsync());

        var refused = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires/pay"));

        Assert.Equal(["いま支払いの会社につながりません。少し待って、もう一度押してください。"], refused.Errors);
        company.IsDown = false;
        await app.Visitor.SubmitAsync(refused);
        Assert.Single(company.Orders);
    }

    [Fact]
    public async Task An_order_nobody_pays_is_given_up_after_two_days()
    {
        var company = new Company();
        await using var app = await StartAsync(company);
        await LookUpAsync(app, await app.HiredAsync());
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires/pay"));

        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RunJobAsync("cashier.ask-online");
        company.Asked = 0;
        await app.RunJobAsync("cashier.ask-online");

        Assert.Equal(0, company.Asked);
        Assert.Empty(await app.ReceiptsAsync());
    }

    private static Task<KominkanApp> StartAsync(Company company) => KominkanApp.StartAsync(replace: s => s.AddSingleton<IOnlinePayment>(company));

    private static async Task<Page> LookUpAsync(KominkanApp app, Guid hire) =>
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires"), new { (await app.BillAsync(hire)).Number, Phone = "090-0000-0001" });

    /// <summary>A company in memory.</summary>
    private sealed class Company : IOnlinePayment
    {
        public ConcurrentDictionary<string, OnlineOrder> Orders { get; } = new();

        public OnlineOutcome Outcome { get; set; }

        public bool IsDown { get; set; }

        public int Asked { get; set; }

        public string Label => "クレジットカード";

        public Task<Uri> BeginAsync(OnlineOrder order, CancellationToken cancellation = default) =>
            IsDown ? throw new OnlinePaymentUnavailable("down") : Task.FromResult(Orders.TryAdd(order.Reference, order) ? new Uri($"https://pay.example/{order.Reference}") : throw new InvalidOperationException());

        public Task<OnlineOutcome> AskAsync(string reference, CancellationToken cancellation = default)
        {
            Asked++;
            return Task.FromResult(Outcome);
        }
    }
}
