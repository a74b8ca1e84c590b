using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>Who may sign in, and what each may do where.</summary>
public sealed class AccountsModule : IModule
{
    /// <summary>Accounts, roles and grants; counts only when it is held for the whole city.</summary>
    public const string Manage = "accounts.manage";

    /// <summary>The page every working day begins with.</summary>
    public const string Today = "staff.today";

    /// <summary>Tables of every module, for all halls at once; counts only when it is held for the whole city.</summary>
    public const string Import = "staff.import";

    public string Name => "Accounts";

    public IEnumerable<Permission> Permissions =>
    [
        new(Today, "今日を見る", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Import, "表のファイルを取り込む", RoleKeys.HeadOffice),
        new(Manage, "利用者と権限を管理する", RoleKeys.HeadOffice),
    ];

    public IEnumerable<MenuItem> Menu => [new("取り込み", "/staff/imports", Import, 80), new("利用者", "/staff/accounts", Manage, 90)];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<AccountsDb, AccountsPostgresDb>("accounts");
        services.AddIdentityCore<Account>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<AccountsDb>().AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddSignInCookie();
        services.AddSingleton<PasswordChecks>();
        services.AddSingleton<FirstAccountCode>();
        services.AddSingleton<AccessCache>();
        services.AddScoped<IGrants, Grants>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<ISubjectNames, AccountNames>();
        services.AddScoped<IInvariants, AccountsInvariants>();
        services.AddScoped<ISampleLife, SampleAccounts>();
        services.AddSingleton<ISampleAccounts, ConsoleLines>();
    }
}
