using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Import;
using Kominkan.Courses.Pages.Courses.Applications;
using Kominkan.Courses.ProgramTypes;
using Kominkan.Courses.Sample;
using Kominkan.Notifications.Contracts;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses;

/// <summary>Courses of every program type: recruit, apply, draw, enrol, roll call, report.</summary>
public sealed class CoursesModule : IModule, IEndpoints
{
    public const string Manage = "courses.manage";
    public const string Applications = "courses.applications";
    public const string RollCallPermission = "courses.roll-call";

    public string Name => "Courses";

    public IEnumerable<Permission> Permissions =>
    [
        new(Manage, "講座を作り、決める", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Scheduler),
        new(Applications, "講座の申し込みを見て、受け付ける", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter, RoleKeys.ChildrensHall),
        new(RollCallPermission, "出席をつける", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter, RoleKeys.ChildrensHall, RoleKeys.Instructor),
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("講座", "/courses", null, 10),
        new("申込の照会", "/applications", null, 80),
        new("講座", "/staff/courses", Applications, 20),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("courses.settle", "締め切った抽選を確定し、空いた席を順に案内する", "*/5 * * * *", typeof(SettleRecruitment)),
        new("courses.forget-drafts", "送られなかった申し込みの下書きを消す", "10 * * * *", typeof(ForgetDrafts)),
    ];

    public void MapEndpoints(IEndpointRouteBuilder app) => CourseFiles.Map(app);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<CoursesDb, CoursesPostgresDb>("courses");
        TellWhatIsSaved(services);
        services.AddScoped<TellApplicants>();
        services.AddScoped<TakeRooms>();
        CourseRules.All.ToList().ForEach(r => services.AddSingleton(r));
        services.AddScoped<IMessageKinds, CourseMessages>();
        services.AddScoped<IReminders, CourseReminders>();
        services.AddScoped<IReminders, CoursePlanReminders>();
        services.AddScoped<IReminders, ClosedQueues>();
        services.AddScoped<ITelephones, ApplicantTelephones>();
        services.AddSingleton<ProgramTypeList>();
        services.AddSingleton<CourseLists>();
        services.AddSingleton<ApplyQueries>();
        services.AddSingleton<IProgramType, HostedCourse>();
        services.AddSingleton<IProgramType, PublicLecture>();
        services.AddScoped<CourseLock>();
        services.AddScoped<CloseDraw>();
        services.AddScoped<HoldDraw>();
        services.AddScoped<TakeApplication>();
        services.AddScoped<ReceiptCookie>();
        services.AddScoped<ICourseCatalogue, CourseCatalogue>();
        services.AddScoped<IFigures, CourseFigures>();
        services.AddScoped<IInvariants, CoursesInvariants>();
        services.AddScoped<IToday, CoursesToday>();
        services.AddScoped<IOwnScope, OwnCourses>();
        services.AddScoped<MyApplications>();
        services.AddScoped<IMyThings>(s => s.GetRequiredService<MyApplications>());
        services.AddScoped<ISubjectNames, EnrolmentNames>();
        services.AddScoped<CoursePersonalData>();
        services.AddScoped<IPersonalData>(s => s.GetRequiredService<CoursePersonalData>());
        services.AddScoped<IRetention, OldApplications>();
        services.AddScoped<IImportDataset, CoursesDataset>();
        services.AddScoped<IImportDataset, AttendanceDataset>();
        services.AddScoped<ISampleLife, SampleCourses>();
        services.AddScoped<IHomeSection, ClosingSoon>();
        services.AddScoped<IPersonPanel, ApplicationsPanel>();
    }

    /// <summary>Wraps the context's registration, so that no page or job can move a seat without telling whose it is, or a session without its room.</summary>
    private static void TellWhatIsSaved(IServiceCollection services)
    {
        var make = services.Last(s => s.ServiceType == typeof(CoursesDb)).ImplementationFactory!;
        services.AddScoped(provider =>
        {
            var db = (CoursesDb)make(provider);
            db.Tell = (news, cancellation) => provider.GetRequiredService<TellApplicants>().TellAsync(news, cancellation);
            db.TakeRooms = (courses, cancellation) => provider.GetRequiredService<TakeRooms>().TakeAsync(courses, cancellation);
            return db;
        });
    }
}
