using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Cashier.Tests;

/// <summary>A hall with a hire that is owed for, and what clerks do with the money.</summary>
internal static class Desk
{
    /// <summary>Two hours of 研修室2 of the first hall, taken in at the desk: 400 yen.</summary>
    public static async Task<Guid> HiredAsync(this KominkanApp app, string phone = "090-0000-0001", int inDays = 3)
    {
        var hire = await app.HireAsync(new GivenHire { Phone = phone, InDays = inDays });
        // Where anybody of the staff signs in, somebody must be able to manage them: a rule of verify.
        (await app.SignInAsync(RoleKeys.HeadOffice)).Dispose();
        return hire;
    }

    public static Task<Bill> BillAsync(this KominkanApp app, Guid hire) => app.DoAsync(s => s.GetRequiredService<CashierDb>().Bills.AsNoTracking().SingleAsync(b => b.Subject == hire));

    public static Task<List<Receipt>> ReceiptsAsync(this KominkanApp app) => app.DoAsync(s => s.GetRequiredService<CashierDb>().Receipts.AsNoTracking().OrderBy(r => r.Serial).ToListAsync());

    public static Task<Drawer> DrawerAsync(this KominkanApp app) => app.DoAsync(s => s.GetRequiredService<CashierDb>().Drawers.AsNoTracking().OrderBy(d => d.OpenedAt).FirstAsync());

    /// <summary>A clerk of the first hall with an open drawer.</summary>
    public static async Task<Browser> ClerkAsync(this KominkanApp app, string role = RoleKeys.Counter, int money = 10_000)
    {
        var clerk = await app.SignInAsync(role, "1");
        var opened = await clerk.SubmitAsync(await clerk.OpenAsync("/staff/cashier/drawers/open"), new { Float = money });
        Assert.True(opened.Heading == "収納", opened.Text);
        return clerk;
    }

    public static async Task<Page> PayAsync(this Browser clerk, Bill bill, object? fields = null) => await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay"), fields);

    /// <summary>Counts so much as 1-yen pieces, which nobody does, and closes.</summary>
    public static async Task<Page> CloseAsync(this Browser clerk, Guid drawer, int counted, string reason = "") =>
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/cashier/drawers/{drawer}/close"), new { N1000 = counted / 1000, N1 = counted % 1000, Reason = reason });

    public static async Task<Page> AskReversalAsync(this Browser clerk, Receipt receipt) =>
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/cashier/receipts/{receipt.Id}/reverse"), new { Reason = "別の予約の分を受け取った" });

    public static Task<Reversal> ReversalAsync(this KominkanApp app) => app.DoAsync(s => s.GetRequiredService<CashierDb>().Reversals.AsNoTracking().OrderBy(r => r.AskedAt).FirstAsync());
}
