using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Import;
using Kominkan.Facilities.Sample;
using Kominkan.SharedKernel.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities;

/// <summary>Halls, branches, wards and rooms; when they are open and why they are closed.</summary>
public sealed class FacilitiesModule : IModule
{
    internal const string Manage = "facilities.manage";
    internal const string Rules = "facilities.rules";
    internal const string OfTheCity = "facilities.city-rules";

    public string Name => "Facilities";

    public IEnumerable<Permission> Permissions =>
    [
        new(Manage, "館・部屋・休館を管理する", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(Rules, "開館の規則を変える", RoleKeys.HeadOffice),
        new(OfTheCity, "市の決まりを変える", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("館", "/halls", null, 30),
        new("館", "/staff/halls", Manage, 60, "館の名前や所在地、部屋、開館時間、休館日を見て直します。"),
        new("決まり", "/staff/rules", OfTheCity, 93, "お知らせの時刻や締めの日など、市の決まりを、いつからいくつかで決めます。"),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<FacilitiesDb, FacilitiesPostgresDb>("facilities");
        ReportSaves(services);
        services.AddSingleton<Memory>();
        services.AddScoped<Seen>();
        services.AddScoped<FacilitiesDirectory>();
        services.AddScoped<IHallDirectory>(s => s.GetRequiredService<FacilitiesDirectory>());
        services.AddScoped<IRooms>(s => s.GetRequiredService<FacilitiesDirectory>());
        services.AddScoped<IOpeningCalendar>(s => s.GetRequiredService<FacilitiesDirectory>());
        services.AddScoped<CityRules>();
        services.AddScoped<ICityRules>(s => s.GetRequiredService<CityRules>());
        services.AddScoped<IEmptiness, Emptiness>();
        services.AddScoped<IInvariants, FacilitiesInvariants>();
        services.AddScoped<SampleHalls>();
        services.AddScoped<IHallSample>(s => s.GetRequiredService<SampleHalls>());
        services.AddScoped<ISampleLife>(s => s.GetRequiredService<SampleHalls>());
        services.AddScoped<IHomeSection, OpenToday>();
        services.AddScoped<IImportDataset, HallsDataset>();
        services.AddScoped<IImportDataset, RoomsDataset>();
    }

    /// <summary>Wraps the context's registration: a save that nobody reports would leave old pages standing.</summary>
    private static void ReportSaves(IServiceCollection services)
    {
        var make = services.Last(s => s.ServiceType == typeof(FacilitiesDb)).ImplementationFactory!;
        services.AddScoped(provider =>
        {
            var db = (FacilitiesDb)make(provider);
            db.SavedChanges += (_, saved) =>
            {
                if (saved.EntitiesSavedCount > 0)
                {
                    provider.GetRequiredService<Seen>().Saved(db);
                }
            };
            return db;
        });
    }
}
