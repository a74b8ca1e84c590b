using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Accounts.Pages.Accounts.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        new(Today, "今日を見る", [.. Role.BuiltInKeys]),
        new(Import, "表のファイルを取り込む", RoleKeys.HeadOffice),
        new(Manage, "利用者と権限を管理する", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("マイページ", "/sign-in", null, 90),
        new("取り込み", "/staff/imports", Import, 80, "館・部屋・講座・出席などの表を、Excel か CSV から取り込みます。"),
        new("利用者", "/staff/accounts", Manage, 90, "職員や委託先の利用者を作り、役割を渡し、取り上げます。"),
    ];

    public IEnumerable<RecurringJob> Jobs => [new("accounts.keep-sessions", "サインイン中の端末の記録", "* * * * *", typeof(KeepSessions))];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<AccountsDb, AccountsPostgresDb>("accounts");
        services.AddIdentityCore<Account>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<AccountsDb>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteInfo>((o, site) =>
        {
            var home = new Uri(site.BaseUrl);
            (o.ServerDomain, o.UserVerificationRequirement, o.ResidentKeyRequirement) = (home.Host, "required", "required");
            // By the configured address: behind a proxy the request says http. While trying it on localhost any port will do.
            o.ValidateOrigin = c => ValueTask.FromResult(!c.CrossOrigin && Uri.TryCreate(c.Origin, UriKind.Absolute, out var origin)
                && (origin.Scheme, origin.Host) == (home.Scheme, home.Host) && (!site.IsHttps || origin.Port == home.Port));
        });
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddSignInCookie();
        services.AddSingleton(new MyLink("サインインの設定", "/my/security", "パスキーやパスワードを決めます。", 80));
        services.AddSingleton(new MyLink("サインイン中の端末", "/my/sessions", "ほかの端末をサインアウトさせます。", 90));
        services.AddSingleton(MailedCode.Minutes);
        services.AddSingleton<PasswordChecks>();
        services.AddSingleton<FirstAccountCode>();
        services.AddSingleton<AccessCache>();
        services.AddSingleton<SeenSessions>();
        services.AddSingleton<TotpKeys>();
        services.AddSingleton(s => StaffSecondFactor.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ISettings>(s => s.GetRequiredService<StaffSecondFactor>());
        services.AddScoped<CheckPassword>();
        services.AddScoped<FactorOwner>();
        services.AddScoped<FreshProof>();
        services.AddScoped<HalfSignedIn>();
        services.AddScoped<KeepPasskey>();
        services.AddScoped<MailCodes>();
        services.AddScoped<Passkeys>();
        services.AddScoped<StartSession>();
        services.AddScoped<IGrants, Grants>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<IToday, AccountsToday>();
        services.AddScoped<FindPlaces>();
        services.AddScoped<ProposeGrant>();
        services.AddScoped<WhoManages>();
        services.AddScoped<ISubjectNames, AccountNames>();
        services.AddScoped<AccountPersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<AccountPersonalData>());
        services.AddScoped<IRetention, OldAccounts>();
        services.AddScoped<IInvariants, AccountsInvariants>();
        services.AddScoped<ISampleLife, SampleAccounts>();
        services.AddSingleton<ISampleAccounts, ConsoleLines>();
    }
}
