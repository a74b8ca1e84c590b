using System.Data.Common;
using Kominkan.Accounts.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

/// <summary>What is read while somebody changes it is not what counts afterwards.</summary>
public sealed class AccessCacheTests
{
    private const string Password = "umi-no-mieru-heya-de";

    [Fact]
    public async Task A_change_made_while_the_account_is_read_counts_at_once() =>
        Assert.Equal("/staff/sign-in", await OpenAfterDisablingAsync(null));

    /// <summary>The twin: a cache that keeps whatever it has read lets them in for another minute.</summary>
    [Fact]
    public async Task Without_the_count_of_changes_the_old_one_would_be_kept() =>
        Assert.Equal("/staff", await OpenAfterDisablingAsync(s => s.AddSingleton<AccessCache, Careless>()));

    /// <summary>Whatever the pages that stand outside the transaction write is written in one: SQLite has one writer, and a queue in front of it.</summary>
    [Fact]
    public async Task Proving_it_anew_is_written_in_its_turn()
    {
        var seen = new WritesOutside();
        await using var app = await KominkanApp.StartAsync(b =>
        {
            b.Services.AddSingleton<IInterceptor>(seen);
            b.Services.PostConfigure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = 1);
        });
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        using var browser = await app.BrowserOfAsync(account);
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/confirm"), new { Password });

        Assert.Equal("/staff", page.Url.AbsolutePath);
        Assert.Empty(seen.Commands);
    }

    private static async Task<string> OpenAfterDisablingAsync(Action<IServiceCollection>? replace)
    {
        var pause = new Meanwhile();
        await using var app = await KominkanApp.StartAsync(b => b.Services.AddSingleton<IInterceptor>(pause), replace);
        var account = await app.AccountAsync("yamada", null, RoleKeys.HeadOffice);
        using var browser = await app.BrowserOfAsync(account);
        pause.Act = () => app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AccountsDb>();
            (await db.Users.SingleAsync(a => a.Id == account.Id)).Disable(Guid.NewGuid());
            await db.SaveChangesAsync();
            services.GetRequiredService<AppDatabase>().AfterCommit(() => services.GetRequiredService<AccessCache>().ForgetAsync(account.Id));
        });
        await browser.OpenAsync("/staff");
        Assert.Null(pause.Act);
        return (await browser.OpenAsync("/staff")).Url.AbsolutePath;
    }

    /// <summary>Does something once, when sessions of an account have just been read.</summary>
    private sealed class Meanwhile : DbCommandInterceptor
    {
        private Func<Task>? act;

        public Func<Task>? Act
        {
            get => act;
            set => act = value;
        }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("Sessions", StringComparison.Ordinal) && Interlocked.Exchange(ref act, null) is { } once)
            {
                await once();
            }

            return result;
        }
    }

    private sealed class WritesOutside : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.Transaction is null && command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal))
            {
                lock (Commands)
                {
                    Commands.Add(command.CommandText);
                }
            }

            return new(result);
        }
    }

    private sealed class Careless(IServiceScopeFactory scopes, TimeProvider clock) : AccessCache(scopes, clock)
    {
        protected override bool MayKeep(int before, int now) => true;
    }
}
