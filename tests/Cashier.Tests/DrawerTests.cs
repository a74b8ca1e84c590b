using Kominkan.Cashier.Domain;

namespace Kominkan.Cashier.Tests;

/// <summary>A drawer is one clerk's on one day: opened, used, counted.</summary>
public sealed class DrawerTests
{
    [Fact]
    public async Task A_drawer_is_opened_once_a_day_and_counted_at_its_end()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        var again = await clerk.SubmitAsync(await clerk.OpenAsync("/staff/cashier/drawers/open"), new { Float = 0 });
        Assert.Equal(["今日のレジはもう開いています。"], again.Errors);
        await clerk.PayAsync(bill);
        var drawer = await app.DrawerAsync();

        var refused = await clerk.CloseAsync(drawer.Id, drawer.Expected - 100);
        Assert.Equal(["あるはずの額と−100円違います。数え直すか、理由を入れてください。"], refused.Errors);
        var closed = await clerk.CloseAsync(drawer.Id, drawer.Expected - 100, "数えまちがい");

        Assert.Contains("過不足あり", closed.Text, StringComparison.Ordinal);
        Assert.Equal((-100, "数えまちがい"), ((await app.DrawerAsync()).Difference, (await app.DrawerAsync()).Reason));
        Assert.Equal(["今日のレジはもう締めました。別の職員のレジで扱ってください。"], (await clerk.SubmitAsync(again, new { Float = 0 })).Errors);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Nothing_goes_into_a_drawer_that_was_counted_or_is_of_yesterday()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        // Ten minutes before midnight.
        app.Clock.Advance(TimeSpan.FromMinutes(710));
        using var clerk = await app.ClerkAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        var form = await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay");

        Assert.Equal(["前の日のレジが開いています。先に数えて締めてください。"], (await clerk.SubmitAsync(form)).Errors);
        Assert.Contains("締めていない前の日のレジ", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        await clerk.CloseAsync((await app.DrawerAsync()).Id, 10_000);
        Assert.Equal(["現金を扱うには、先に自分のレジを開けてください。"], (await clerk.SubmitAsync(form)).Errors);

        Assert.Empty(await app.ReceiptsAsync());
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Two_clerks_have_two_drawers_and_the_sheet_of_the_day_adds_up()
    {
        await using var app = await KominkanApp.StartAsync();
        var bills = new List<Bill>();
        for (var n = 0; n < 4; n++)
        {
            bills.Add(await app.BillAsync(await app.HiredAsync($"090-0000-000{n}", 3 + n)));
        }

        using var first = await app.ClerkAsync();
        using var second = await app.ClerkAsync(money: 5_000);
        await first.PayAsync(bills[0]);
        await second.PayAsync(bills[1]);
        await second.PayAsync(bills[2], new { Method = "Transfer" });

        var sheet = await first.OpenAsync("/staff/cashier/daily?hall=1");

        Assert.Contains("合っています", sheet.Text, StringComparison.Ordinal);
        var total = bills.Take(3).Sum(b => b.Due);
        Assert.Equal($"合計3+{total:#,0}円0円0円+{total:#,0}円", sheet.Find("tfoot").TextContent);
        Assert.Equal(3, (await app.ReceiptsAsync()).Count);
        Assert.Contains("1-26-00003", (await first.OpenAsync("/staff/cashier/daily?hall=1&format=csv")).Html, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("Float", "-1", "釣銭準備金は0円から100万円までで入力してください。")]
    [InlineData("Float", "1000001", "釣銭準備金は0円から100万円までで入力してください。")]
    [InlineData("HallId", "7d8c1a35-0000-7000-8000-000000000000", "館を選び直してください。")]
    public async Task What_cannot_be_opened_is_refused(string field, string value, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HiredAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync("/staff/cashier/drawers/open");

        Assert.Equal([sentence], (await clerk.SubmitAsync(form, new Dictionary<string, string> { ["Float"] = "0", [field] = value })).Errors);
    }
}
