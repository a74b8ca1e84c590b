using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Jobs;
using Kominkan.Notifications.Monthly;
using Kominkan.Notifications.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Notifications;

/// <summary>What the city tells people, by mail, telephone and postcard, and the jobs that run by the clock.</summary>
public sealed class NotificationsModule : IModule
{
    internal const string Send = "notifications.send";
    internal const string MonthlyJob = "notifications.monthly";
    internal const string JobsPermission = "notifications.jobs";
    internal const string Calls = "notifications.calls";
    internal const string Subscribe = "notifications.subscriptions";
    internal const string Write = "notifications.texts";

    public string Name => "Notifications";

    public IEnumerable<Permission> Permissions =>
    [
        new(Calls, "電話・はがきで知らせ、連絡済みにする", RoleKeys.HeadOffice, RoleKeys.HallManager, RoleKeys.Counter),
        new(Subscribe, "定期便の届け先を決める", RoleKeys.HeadOffice, RoleKeys.HallManager),
        new(Write, "お知らせの文を変える", RoleKeys.HeadOffice) { IsOfTheCity = true },
        new(JobsPermission, "決まった時刻の仕事を見る、止める", RoleKeys.HeadOffice) { IsOfTheCity = true },
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("連絡", "/staff/calls", Calls, 25),
        new("定期便", "/staff/subscriptions", Subscribe, 92, "毎月のまとめのメールを、だれに送るかを決めます。"),
        new("仕事", "/staff/jobs", JobsPermission, 95, "時刻で動く仕事の次の予定と結果を見て、止めたり、動かしたりします。"),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new("notifications.reminders", "朝、忘れてはいけないことを知らせる", "30 7 * * *", typeof(PostReminders)),
        new(MonthlyJob, "毎月の定期便を、月初めの平日に送る", "0 7 1-10 * *", typeof(PostMonthlySummaries)),
        new("notifications.tidy", "仕事の古い記録を消す", "10 3 * * *", typeof(TidyJobRuns)),
        new(Send, "待っているお知らせをメールで送る", "* * * * *", typeof(SendMessages)),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<NotificationsDb, NotificationsPostgresDb>("notifications");
        services.AddSingleton(s => MailSettings.Read(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ISettings>(s => s.GetRequiredService<MailSettings>());
        services.AddSingleton(new MyLink("お知らせのことば", "/my/language", "日本語、やさしい日本語、Englishから選びます。", 20));
        services.AddSingleton(QuietHours.From);
        services.AddSingleton(QuietHours.Until);
        services.AddSingleton<Letter>();
        services.AddSingleton<StopLink>();
        services.AddSingleton<IMessageTransport>(s => s.GetRequiredService<MailSettings>().Folder is null
            ? ActivatorUtilities.CreateInstance<SmtpTransport>(s)
            : ActivatorUtilities.CreateInstance<FolderTransport>(s));
        services.AddSingleton<IJobRuns, JobRuns>();
        services.AddScoped<IPersonalData, MessagePersonalData>();
        services.AddScoped<IRetention, OldMessages>();
        services.AddScoped<ISubjectNames, MessageNames>();
        services.AddScoped<ISubjectNames, SubscriberNames>();
        services.AddScoped<Claims>();
        services.AddScoped<Texts>();
        services.AddScoped<MonthlySummary>();
        services.AddScoped<IMessageKinds, MonthlyMessages>();
        services.AddScoped<IToday, NotificationsToday>();
        services.AddScoped<IInvariants, NotificationsInvariants>();
        services.AddScoped<IMessages, Messages>();
    }
}
