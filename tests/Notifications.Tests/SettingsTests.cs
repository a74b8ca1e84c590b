using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kominkan.Notifications.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Mail:Port", "99999")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:From", "a@example.jp\r\nBcc: b@example.jp")]
    [InlineData("Mail:Security", "yes")]
    [InlineData("Mail:Host", "not a host")]
    [InlineData("Mail:Certificate", "abc")]
    [InlineData("Mail:Sever", "typo")]
    [InlineData("Mail:User", "me")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var e = await Assert.ThrowsAsync<WrongConfiguration>(() => KominkanApp.StartAsync(b =>
        {
            (b.Configuration["Mail:Host"], b.Configuration["Mail:From"]) = ("smtp.example.jp", "a@example.jp");
            b.Configuration[setting] = value;
        }));
        Assert.StartsWith($"設定 {(setting == "Mail:User" ? "Mail__Password" : setting.Replace(":", "__", StringComparison.Ordinal))}: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear()
    {
        var e = await Assert.ThrowsAsync<WrongConfiguration>(() => KominkanApp.StartAsync(b =>
        {
            (b.Configuration["Mail:Host"], b.Configuration["Mail:From"], b.Configuration["Mail:User"], b.Configuration["Mail:Password"], b.Configuration["Mail:Security"]) = ("smtp.example.jp", "a@example.jp", "me", "secret", "None");
        }));
        Assert.StartsWith("設定 Mail__Security: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_messages_wait()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PostAsync(Told.To("a@example.jp"));
        await app.SendAsync();
        Assert.Equal(Domain.MessageState.Waiting, (await app.MessageAsync("a@example.jp")).State);
    }

    [Fact]
    public async Task Only_in_Development_mail_may_go_to_a_folder_where_the_code_can_be_read()
    {
        await Assert.ThrowsAsync<WrongConfiguration>(() => KominkanApp.StartAsync(b => b.Configuration["Mail:Folder"] = Path.GetTempPath()));
        var folder = Directory.CreateTempSubdirectory("kominkan-mail-").FullName;
        await using (var app = await KominkanApp.StartAsync(
            b => b.Configuration["Mail:Folder"] = folder,
            s => s.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" })))
        {
            await app.PostAsync(Told.Code("a@example.jp"));
            await app.SendAsync();
        }

        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(folder)));
        Assert.Contains("123456", mail.TextBody, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
