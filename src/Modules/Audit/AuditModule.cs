using Kominkan.Audit.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Audit;

/// <summary>Who saw whose data, when and why: written before it is seen, never changed.</summary>
public sealed class AuditModule : IModule
{
    public const string Read = "audit.read";

    public string Name => "Audit";

    public IEnumerable<Permission> Permissions => [new(Read, "閲覧記録を見る", RoleKeys.HeadOffice, "auditor")];

    public IEnumerable<MenuItem> Menu => [new("閲覧記録", "/staff/audit", Read, 95, "だれが、いつ、だれの個人情報を、なぜ見たかを調べます。")];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<AuditDb, AuditPostgresDb>("audit");
        services.AddScoped<IAudit, WriteAudit>();
        services.AddScoped<AppendOnly>();
        services.AddScoped<IAfterMigration>(s => s.GetRequiredService<AppendOnly>());
        services.AddScoped<IInvariants, AuditInvariants>();
        services.AddScoped<SubjectNames>();
        services.AddScoped<Purging>();
        services.AddScoped<IPersonalData, AuditPersonalData>();
        services.AddScoped<IRetention, OldEntries>();
    }
}
