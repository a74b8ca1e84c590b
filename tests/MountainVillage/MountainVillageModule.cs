using Kominkan.Courses.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace MountainVillage;

/// <summary>山の学校: a day in the mountain village for school children, a program type only this city has.</summary>
public sealed class MountainVillageModule : IModule
{
    public const string View = "mountain-village.view";

    public string Name => "MountainVillage";

    public IEnumerable<Permission> Permissions => [new(View, "山の学校のしおりを見る", RoleKeys.HeadOffice, RoleKeys.HallManager)];

    public IEnumerable<MenuItem> Menu => [new("山の学校", "/staff/mountain-village", View, 25)];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IProgramType, MountainVillageDay>();
        services.AddScoped<IFigures, MountainVillageFigures>();
    }
}
