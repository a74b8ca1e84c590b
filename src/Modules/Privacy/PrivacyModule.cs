using Kominkan.Privacy.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Privacy;

/// <summary>A person's rights over their data, whatever module holds it: to see it, to have it erased; and how long the city keeps what.</summary>
public sealed class PrivacyModule : IModule
{
    /// <summary>Answers requests for disclosure and erasure; decides how long data are kept.</summary>
    public const string Requests = "privacy.requests";

    public string Name => "Privacy";

    public IEnumerable<Permission> Permissions => [new(Requests, "個人情報の請求に応じ、保存期間を決める", RoleKeys.HeadOffice) { IsOfTheCity = true }];

    public IEnumerable<MenuItem> Menu => [new("保存期間", "/staff/privacy/retention", Requests, 96, "記録の種類ごとに、いつまで残し、いつ消すかを見ます。")];

    public IEnumerable<RecurringJob> Jobs => [new("privacy.retention", "保存期間が過ぎた個人情報を消す", "30 3 * * *", typeof(LetGoOfOldData))];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<PrivacyDb, PrivacyPostgresDb>("privacy");
        services.AddScoped<EverythingAbout>();
        services.AddScoped<ErasePerson>();
        services.AddSingleton<ErasureList>();
        services.AddScoped<IAfterMigration, ReplayErasures>();
        services.AddScoped<RetentionRules>();
        services.AddScoped<IPersonPanel, RequestsPanel>();
    }
}
