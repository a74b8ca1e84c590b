using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Notifications;

/// <summary>What the city tells people, by mail, telephone and postcard, and the jobs that run by the clock.</summary>
public sealed class NotificationsModule : IModule
{
    internal const string Send = "notifications.send";

    public string Name => "Notifications";

    public IEnumerable<RecurringJob> Jobs =>
    [
        new(Send, "待っているお知らせをメールで送る", "* * * * *", typeof(SendMessages)),
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
        services.AddScoped<Claims>();
        services.AddScoped<IMessages, Messages>();
    }
}
