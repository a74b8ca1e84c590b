using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Jobs;
using Kominkan.Notifications.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Notifications;

/// <summary>What the city tells people, by mail, telephone and postcard, and the jobs that run by the clock.</summary>
public sealed class NotificationsModule : IModule
{
    internal const string Send = "notifications.send";
    internal const string JobsPermission = "notifications.jobs";

    public string Name => "Notifications";

    public IEnumerable<Permission> Permissions =>
    [
        new(JobsPermission, "決まった時刻の仕事を見る、止める", RoleKeys.HeadOffice),
    ];

    public IEnumerable<MenuItem> Menu =>
    [
        new("仕事", "/staff/jobs", JobsPermission, 95),
    ];

    public IEnumerable<RecurringJob> Jobs =>
    [
        new(Send, "待っているお知らせをメールで送る", "* * * * *", typeof(SendMessages)),
        new("notifications.reminders", "朝、忘れてはいけないことを知らせる", "30 7 * * *", typeof(PostReminders)),
        new("notifications.tidy", "仕事の古い記録を消す", "10 3 * * *", typeof(TidyJobRuns)),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDatabase<NotificationsDb, NotificationsPostgresDb>("notifications");
        services.AddSingleton(s => MailSettings.Read(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ISettings>(s => s.GetRequiredService<MailSettings>());
        services.AddSingleton<Letter>();
        services.AddSingleton<IMessageTransport>(s => s.GetRequiredService<MailSettings>().Folder is null
            ? ActivatorUtilities.CreateInstance<SmtpTransport>(s)
            : ActivatorUtilities.CreateInstance<FolderTransport>(s));
        services.AddSingleton<IJobRuns, JobRuns>();
        services.AddScoped<Claims>();
        services.AddScoped<Texts>();
        services.AddScoped<IMessages, Messages>();
    }
}
