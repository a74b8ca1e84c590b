using Kominkan.Reporting.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Reporting;

/// <summary>Asks everyone for figures: the annual and monthly report, what figures mean, closing and restating.</summary>
public sealed class ReportingModule : IModule, IEndpoints
{
    public const string View = "reports.view";
    public const string Close = "reports.close";
    public const string Plan = "reports.plan";

    public string Name => "Reporting";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, "報告を見る", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter, RoleKeys.Librarian, RoleKeys.ChildrensHall, RoleKeys.Scheduler, RoleKeys.WardOffice, RoleKeys.Auditor),
        new(Close, "報告を締める、数え方を決める", RoleKeys.HeadOffice),
        new(Plan, "年間計画を出す", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Scheduler),
    ];

    public IEnumerable<MenuItem> Menu => [new("報告", "/staff/reports", View, 70)];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<ReportingDb, ReportingPostgresDb>("reporting");
        services.AddScoped<AnnualReports>();
        services.AddScoped<IMonthlyFigures, MonthlyFigures>();
        services.AddSingleton(ReportingReminders.CloseBy);
        services.AddScoped<IReminders, ReportingReminders>();
        services.AddScoped<IMessageKinds, ReportingReminders>();
        services.AddSingleton(PlanReminders.PlanBy);
        services.AddScoped<IReminders, PlanReminders>();
        services.AddScoped<IMessageKinds, PlanReminders>();
        services.AddScoped<FigureRows>();
        services.AddScoped<MeaningWords>();
        services.AddScoped<IInvariants, ReportingInvariants>();
        services.AddScoped<IClosedPeriods, ClosedPeriods>();
        services.AddScoped<IAnnualReports>(s => s.GetRequiredService<AnnualReports>());
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => Downloads.Map(app);
}
