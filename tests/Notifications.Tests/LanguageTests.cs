namespace Kominkan.Notifications.Tests;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_mail_in_English_is_English_to_its_foot_and_says_so_to_screen_readers()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp", title: "Your place is confirmed") with { Body = "See you there.", Language = MessageLanguage.English });
        await app.SendAsync();
        var one = Assert.Single(mail.Mails());
        Assert.Contains("<html lang=\"en\">", one.Html, StringComparison.Ordinal);
        Assert.Contains("This mail is sent automatically.", one.Text, StringComparison.Ordinal);
        Assert.Contains("See the details (in Japanese)", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_English_is_told_the_day_and_the_yen_of_a_room_in_English()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HireAsync(new GivenHire());
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var sample = (await office.OpenAsync("/staff/texts/booking.cancelled/english")).Find("article.note").TextContent;
        Assert.Contains("When: Thu 26 Nov 2026, 18:00–20:00", sample, StringComparison.Ordinal);
        Assert.Contains("Still owed: 0 yen", sample, StringComparison.Ordinal);
    }
}
