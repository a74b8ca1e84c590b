using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Cashier.Tests;

/// <summary>The same money at the same moment. The twin with the guard off shows that the tests would notice.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task Of_ten_clerks_who_take_the_same_money_at_once_one_does()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        var clerks = new List<(Browser Clerk, Page Form)>();
        for (var n = 0; n < 10; n++)
        {
            var clerk = await app.ClerkAsync();
            clerks.Add((clerk, await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay")));
        }

        var answers = await Task.WhenAll(clerks.Select(c => c.Clerk.SubmitAsync(c.Form)));

        Assert.Equal(1, answers.Count(a => a.Url.AbsolutePath.EndsWith("/sheets/1", StringComparison.Ordinal)));
        Assert.Equal(9, answers.Count(a => a.Status == System.Net.HttpStatusCode.Conflict));
        Assert.Single(await app.ReceiptsAsync());
        await Rules.HoldAsync(app);
        clerks.ForEach(c => c.Clerk.Dispose());
    }

    [Fact]
    public async Task Receipts_of_many_bills_at_once_are_numbered_without_a_gap()
    {
        await using var app = await KominkanApp.StartAsync();
        var clerks = new List<(Browser Clerk, Page Form)>();
        for (var n = 0; n < 8; n++)
        {
            var bill = await app.BillAsync(await app.HiredAsync($"090-0000-000{n}", 3 + n));
            var clerk = await app.ClerkAsync();
            clerks.Add((clerk, await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay")));
        }

        await Task.WhenAll(clerks.Select(c => c.Clerk.SubmitAsync(c.Form)));

        Assert.Equal(Enumerable.Range(1, 8), (await app.ReceiptsAsync()).Select(r => r.Serial));
        await Rules.HoldAsync(app);
        clerks.ForEach(c => c.Clerk.Dispose());
    }

    [Fact]
    public async Task Paid_while_the_drawer_is_counted_the_money_is_in_it_or_refused()
    {
        await using var app = await KominkanApp.StartAsync();
        var bill = await app.BillAsync(await app.HiredAsync());
        using var clerk = await app.ClerkAsync();
        var (pay, close) = (await clerk.OpenAsync($"/staff/cashier/bills/{bill.Id}/pay"), await clerk.OpenAsync($"/staff/cashier/drawers/{(await app.DrawerAsync()).Id}/close"));

        await Task.WhenAll(clerk.SubmitAsync(pay), clerk.SubmitAsync(close, new { N1000 = 10, Reason = "同時に押した" }));

        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_transaction_and_version_the_same_money_is_taken_twice_and_verify_says_so()
    {
        await using var app = await KominkanApp.StartAsync(replace: services => services.AddScoped<AppDatabase, NoTransaction>().AddSingleton<IInterceptor>(new Meeting()));
        var hire = await app.HiredAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.DoAsync(async s =>
        {
            var bill = await s.GetRequiredService<CashierDb>().Bills.SingleAsync(b => b.Subject == hire);
            var receipt = bill.Take(bill.Balance, new Writing(Method.Transfer, null, null, "試験", app.Clock.UtcNow()));
            // Each has a number of its own: what is tried here is the money.
            receipt.Follow(Random.Shared.Next(1_000_000));
            s.GetRequiredService<CashierDb>().Receipts.Add(receipt);
            await s.GetRequiredService<CashierDb>().SaveChangesAsync();
        })));

        Assert.Equal(2, (await app.ReceiptsAsync()).Count);
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app));
        Assert.Contains("払った額は領収の合計と同じ", broken.Message, StringComparison.Ordinal);
    }

    /// <summary>Both read before either saves, and one after the other; and the version each read is no condition of its save.</summary>
    private sealed class Meeting : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource saved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var bills = eventData.Context!.ChangeTracker.Entries<Bill>().Where(e => e.State == EntityState.Modified).ToList();
            if (bills.Count > 0)
            {
                if (Interlocked.Increment(ref arrived) > 1)
                {
                    met.TrySetResult();
                    await Task.WhenAny(saved.Task, Task.Delay(Patience, cancellationToken));
                }
                else
                {
                    await Task.WhenAny(met.Task, Task.Delay(Patience, cancellationToken));
                }

                foreach (var bill in bills)
                {
                    var now = await bill.GetDatabaseValuesAsync(cancellationToken);
                    bill.Property(b => b.Version).OriginalValue = now!.GetValue<int>(nameof(Bill.Version));
                }
            }

            return result;
        }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Receipt>().Any())
            {
                saved.TrySetResult();
            }

            return new(result);
        }
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();

        public override Task TakeTurnAsync(string name, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
