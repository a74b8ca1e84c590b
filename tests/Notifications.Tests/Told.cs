using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

/// <summary>What tests say about messages.</summary>
internal static class Told
{
    public static NewMessage To(string mail, string kind = "test.said", Guid? subject = null, string period = "", string title = "参加が決まりました") => new()
    {
        Kind = kind,
        Subject = subject ?? Guid.NewGuid(),
        Recipient = new MessageRecipient("中村 恵子", mail),
        Period = period,
        Title = title,
        Body = "12月5日の陶芸への参加が決まりました。\n\n持ち物はエプロンです。",
        LinkPath = "/applications",
        LinkLabel = "申し込みを見る",
    };

    public static NewMessage Code(string mail, DateTime? expires = null) => To(mail, "test.code", title: "番号は123456です") with { Urgent = true, Body = "123456", ExpiresAt = expires, LinkPath = null };

    public static Task PostAsync(this KominkanApp app, params NewMessage[] messages) =>
        app.DoAsync(s => s.GetRequiredService<IMessages>().PostAsync(messages));

    public static Task SendAsync(this KominkanApp app) => app.RunJobAsync(NotificationsModule.Send);

    public static Task<List<Message>> MessagesAsync(this KominkanApp app) =>
        app.DoAsync(s => s.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public static async Task<Message> MessageAsync(this KominkanApp app, string address) => (await app.MessagesAsync()).Single(m => m.Address == address);
}
