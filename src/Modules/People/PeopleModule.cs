using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Import;
using Kominkan.People.Pages.People.Staff;
using Kominkan.People.Sample;
using Kominkan.SharedKernel.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People;

/// <summary>Who the city knows: people, families and groups; found from one box, kept once.</summary>
public sealed class PeopleModule : IModule
{
    public const string Find = "people.find";
    public const string Manage = "people.manage";
    internal const string SeeContact = "people.contact";
    internal const string SeeHome = "people.home";
    internal const string Merging = "people.merge";
    internal const string Purposes = "people.purposes";

    public string Name => "People";

    public IEnumerable<Permission> Permissions =>
    [
        new(Find, "人と団体をさがし、記録を見る", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Manage, "人と団体を登録し、直す", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(SeeContact, "人の記録の電話とメールを、理由を選ばずに見る", RoleKeys.HallManager, RoleKeys.Counter),
        new(SeeHome, "人の記録の生年月日と住所を、理由を選ばずに見る", RoleKeys.Counter),
        new(Merging, "同じ人の記録をまとめる", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(Purposes, "同意をもらう目的を決める", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("人をさがす", "/staff/people", Find, 10),
        new("団体", "/staff/groups", Find, 30),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("people.forget-rosters", "取り込まなかった名簿のファイルを消す", "20 4 * * *", typeof(ForgetRosters)),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<PeopleDb, PeoplePostgresDb>("people");
        services.AddScoped<KeepPerson>();
        services.AddScoped<FindPeople>();
        services.AddScoped<PickPerson>();
        services.AddScoped<Veils>();
        services.AddSingleton(Reveal.Minutes);
        services.AddScoped<MergePeople>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<SimilarGroups>();
        services.AddScoped<ReadRoster>();
        services.AddScoped<IPeople, PeopleDirectory>();
        services.AddScoped<IFamilyRecords, FamilyRecords>();
        services.AddSingleton(Family.Most);
        services.AddSingleton(new MyLink("家族", "/my/family", "あなたとお子さんなどを登録します。", 10));
        services.AddScoped<IPersonPanel, FamilyPanel>();
        services.AddScoped<IPersonPanel, GroupsPanel>();
        services.AddScoped<IPersonPanel, ConsentsPanel>();
        services.AddScoped<IPersonPanel, IdentityPanel>();
        services.AddScoped<IInvariants, PeopleInvariants>();
        services.AddScoped<IToday, PeopleToday>();
        services.AddScoped<ISubjectNames, PersonNames>();
        services.AddScoped<IPersonalData, PeoplePersonalData>();
        services.AddScoped<IPersonTraits, PeoplePersonalData>();
        services.AddScoped<IRetention, OldConsents>();
        services.AddScoped<ISubjectNames, GroupNames>();
        services.AddScoped<IImportDataset, PostalDataset>();
        services.AddScoped<IImportDataset, PeopleDataset>();
        services.AddScoped<ISampleLife, SamplePeople>();
    }
}
