using Kominkan.Accounts.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Accounts;

/// <summary>What <c>serve</c> prints about signing in: the way to the first account, or the sample accounts in Development.</summary>
internal sealed class ConsoleLines(IServiceScopeFactory scopes, IHostEnvironment environment, SiteInfo site, FirstAccountCode code) : ISampleAccounts
{
    public IEnumerable<string> Lines
    {
        get
        {
            using var scope = scopes.CreateScope();
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>().Users;
            if (!accounts.Any())
            {
                return [$"最初の利用者を作る: {site.BaseUrl}/staff/first-account  コード {code.Code}"];
            }

            var few = scope.ServiceProvider.GetRequiredService<WhoManages>().AccountsAsync().GetAwaiter().GetResult().Count < 3
                ? [$"ほかに承認できる本部職員がいないときの承認コード {code.Code}"] : Array.Empty<string>();
            var names = SampleAccounts.All.Select(a => a.Name).ToList();
            return environment.IsDevelopment() && accounts.Count(a => names.Contains(a.UserName!)) == names.Count
                ? SampleAccounts.All.Select(a => $"{a.Role}: {a.Name}  パスワード {SampleAccounts.Password}").Concat(few)
                : few;
        }
    }
}
