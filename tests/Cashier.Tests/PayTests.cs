using System.Net;
using Kominkan.Cashier.Domain;

namespace Kominkan.Cashier.Tests;

/// <summary>Money comes in at the counter: the bill, the drawer, the receipt and its papers.</summary>
public sealed class PayTests
{
    [Fact]
    public async Task What_a_hire_costs_is_paid_in_cash_and_the_receipt_is_printed_with_every_yen()
    {
        await using var app = await KominkanApp.StartAsync();
        var hire = await app.HiredAsync();
        using var clerk = await app.ClerkAsync();
        var opened = await clerk.OpenAsync($"/staff/hires/{hire}");
        Assert.Contains("支払い：△ 未払い", opened.Text, StringComparison.Ordinal);
        var bill = await app.BillAsync(hire);
        Assert.Contains(bill.Number, (await clerk.OpenAsync("/staff/cashier")).Text, StringComparison.Ordinal);

        var sheet = await clerk.PayAsync(bill, new { Handed = 1000 });

        Assert.Contains($"おつりは{1000 - bill.Due}円です。", sheet.Text, StringComparison.Ordinal);
        var (receipt, form) = (Assert.Single(await app.ReceiptsAsync()), sheet.Find(".sheet").TextContent);
        foreach (var words in new[] { "1-26-00001", "みどり書道会 様", $"金 {bill.Due}円", "研修室2の使用料として", "2時間の使用料", "現金" })
        {
            Assert.Contains(words, form, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("再発行", form, StringComparison.Ordinal);
        Assert.Equal((bill.Due, Method.Cash, ReceiptKind.Payment), (receipt.Yen, receipt.Method, receipt.Kind));
        Assert.Contains("支払い：○ 支払い済み", (await clerk.OpenAsync($"/staff/hires/{hire}")).Text, StringComparison.Ordinal);
        Assert.Equal(10_000 + bill.Due, (await app.DrawerAsync()).Expected);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Printed_again_it_says_so_and_fits_on_a_slip()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(bill);
        var receipt = Assert.Single(await app.ReceiptsAsync());

        var again = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/cashier/receipts/{receipt.Id}/issue"));

        Assert.Contains("再発行（1回目）", again.Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.NotNull((await clerk.OpenAsync(again.Url.AbsolutePath + "?paper=slip")).Find(".sheet.slip"));
        Assert.DoesNotContain("再発行", (await clerk.OpenAsync($"/staff/cashier/receipts/{receipt.Id}/sheets/1")).Find(".sheet").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/staff/cashier/receipts/{receipt.Id}/sheets/3")).Status);
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_paid_once()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        var form = await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => clerk.SubmitAsync(form)));

        Assert.All(answers, a => Assert.EndsWith("/sheets/1", a.Url.AbsolutePath, StringComparison.Ordinal));
        Assert.Single(await app.ReceiptsAsync());
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("Yen", "0", "金額は1円から")]
    [InlineData("Yen", "999999", "金額は1円から")]
    [InlineData("Handed", "1", "足りません。")]
    [InlineData("Payer", "", "宛名")]
    [InlineData("Purpose", "", "但し書")]
    public async Task What_cannot_be_is_refused_beside_its_box_and_nothing_is_booked(string field, string value, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();

        var refused = await clerk.PayAsync(bill, new Dictionary<string, string> { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, string.Concat(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(await app.ReceiptsAsync());
    }

    [Fact]
    public async Task Without_a_drawer_cash_is_refused_and_a_transfer_is_taken()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        var refused = await clerk.PayAsync(bill);
        Assert.Equal(["現金を扱うには、先に自分のレジを開けてください。"], refused.Errors);
        // Nobody pays online at a desk.
        Assert.Equal(["現金か口座振込を選んでください。"], (await clerk.PayAsync(bill, new { Method = "Online" })).Errors);
        await clerk.PayAsync(bill, new { Method = "Transfer" });

        Assert.Null(Assert.Single(await app.ReceiptsAsync()).DrawerId);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task In_parts_it_is_paid_until_nothing_is_left()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();

        await clerk.PayAsync(bill, new { Yen = 100 });
        Assert.Contains("一部支払い", (await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}")).Text, StringComparison.Ordinal);
        await clerk.PayAsync(bill);
        Assert.Contains("支払いは済んでいます。", (await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay")).Text, StringComparison.Ordinal);

        Assert.Equal([100, bill.Due - 100], (await app.ReceiptsAsync()).Select(r => r.Yen));
        Assert.Equal([1, 2], (await app.ReceiptsAsync()).Select(r => r.Serial));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Another_halls_clerk_finds_nothing_of_it()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using (var clerk = await app.ClerkAsync())
        {
            await clerk.PayAsync(bill);
        }

        var (receipt, drawer) = (Assert.Single(await app.ReceiptsAsync()), await app.DrawerAsync());
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        foreach (var url in new[] { $"bills/{bill.Id}", $"bills/{bill.Id}/pay", $"bills/{bill.Id}/refund", $"receipts/{receipt.Id}", $"receipts/{receipt.Id}/sheets/1", $"receipts/{receipt.Id}/reverse", $"drawers/{drawer.Id}", $"drawers/{drawer.Id}/close", "daily?hall=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync("/staff/cashier/" + url)).Status);
        }

        Assert.DoesNotContain("みどり書道会", (await stranger.OpenAsync("/staff/cashier?show=all")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bills_are_found_by_number_name_and_receipt_and_leave_as_a_file()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        await clerk.PayAsync(bill);
        var find = await clerk.OpenAsync("/staff/cashier/find");

        foreach (var text in new[] { bill.Number, bill.Number.Replace("-", "", StringComparison.Ordinal), "書道会", "1-26-00001" })
        {
            Assert.Contains(bill.Number, (await clerk.SubmitAsync(find, new { Text = text })).Text, StringComparison.Ordinal);
        }

        Assert.Contains("見つかりません", (await clerk.SubmitAsync(find, new { Text = "1-26-00002" })).Text, StringComparison.Ordinal);
        Assert.Contains("みどり書道会", (await clerk.OpenAsync("/staff/cashier?show=paid&format=csv")).Html, StringComparison.Ordinal);
        Assert.Contains("条件に合う請求はありません", (await clerk.OpenAsync("/staff/cashier")).Text, StringComparison.Ordinal);
    }
}
