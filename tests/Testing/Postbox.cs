using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kominkan.Testing;

/// <summary>Takes the mail the program sends.</summary>
public sealed partial class Postbox : IMessageTransport, ITransportSession
{
    private readonly ConcurrentQueue<OutgoingMessage> letters = new();

    public MessageChannel Channel => MessageChannel.Mail;

    public string? WhyNotSend => null;

    public IReadOnlyList<OutgoingMessage> Letters => [.. letters];

    /// <summary>The program with a post box in the place of a mail server, and passwords that cost next to nothing.</summary>
    public static async Task<(KominkanApp App, Postbox Post)> AppAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var post = new Postbox();
        var app = await KominkanApp.StartAsync(b =>
        {
            b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
            configure?.Invoke(b);
        }, s =>
        {
            s.RemoveAll<IMessageTransport>();
            s.AddSingleton<IMessageTransport>(post);
        });
        return (app, post);
    }

    /// <summary>Has the program send what waits; the code in the last letter to the address.</summary>
    public async Task<string> CodeAsync(KominkanApp app, string address)
    {
        await app.RunJobAsync("notifications.send");
        return SixDigits().Match(Letters.Last(l => l.To == address).Body).Value;
    }

    /// <summary>Comes in by mail, as somebody who does so for the first or the hundredth time.</summary>
    public async Task<Page> ComeInAsync(KominkanApp app, Browser browser, string address, string returnUrl = "")
    {
        var page = await browser.SubmitAsync(await browser.OpenAsync("/sign-in" + returnUrl), new { Mail = address });
        return await browser.SubmitAsync(page, new { Code = await CodeAsync(app, address) });
    }

    public Task<ITransportSession> OpenAsync(CancellationToken cancellation) => Task.FromResult<ITransportSession>(this);

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        letters.Enqueue(message);
        return Task.FromResult(Delivery.Taken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();
}
