using Kominkan.Notifications.Contracts;

namespace Kominkan.Notifications.Tests;

/// <summary>Addresses of every kind: none adds a header or a recipient.</summary>
public sealed class AddressTests
{
    public static TheoryData<string> Hostile =>
    [
        "a@example.jp\r\nBcc: victim@example.jp",
        "a@example.jp\nBcc: victim@example.jp",
        "a@example.jp%0ABcc:victim@example.jp\r",
        "a@example.jp, victim@example.jp",
        "a@example.jp;victim@example.jp",
        "victim@example.jp a@example.jp",
        "\"a,victim@example.jp\"@example.jp",
        "<a@example.jp>",
        "Name <a@example.jp>",
        "a@b@example.jp",
        "a:b@example.jp;",
        "a@[127.0.0.1]",
        "日本@example.jp",
        new string('a', 65) + "@example.jp",
        new string('a', 60) + "@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 4)) + ".example.jp",
        "@example.jp",
        "a@",
        "a@localhost",
        "a@exam ple.jp",
        "a@-example.jp",
        "",
        " ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_address_that_cannot_be_one_is_shown_to_staff_and_never_sent_to(string address)
    {
        Assert.NotNull(MailAddressRules.WhyNot(address));
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To(address), Told.To("good@example.jp"));
        await app.SendAsync();
        Assert.Equal(["good@example.jp"], mail.Mails().SelectMany(m => m.To));
        Assert.Equal(Domain.MessageState.Failed, (await app.MessageAsync(address)).State);
    }

    [Theory]
    [InlineData("a@example.jp", "a@example.jp")]
    [InlineData("first.last+tag@sub.example.jp", "first.last+tag@sub.example.jp")]
    [InlineData("a..b.@docomo.example.jp", "a..b.@docomo.example.jp")]
    [InlineData("a@日本語.jp", "a@xn--wgv71a119e.jp")]
    [InlineData("o'brien_{x}@example.jp", "o'brien_{x}@example.jp")]
    public async Task An_address_people_really_have_gets_its_mail(string address, string sent)
    {
        Assert.Null(MailAddressRules.WhyNot(address));
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To(address));
        await app.SendAsync();
        var one = Assert.Single(mail.Mails());
        Assert.Equal([sent], one.To);
        Assert.Equal(1, one.Message.To.Count + one.Message.Cc.Count + one.Message.Bcc.Count);
    }

    [Fact]
    public async Task Titles_names_and_texts_add_no_header_either()
    {
        const string evil = "陶芸\r\nBcc: victim@example.jp\r\n\r\n<script>alert(1)</script>";
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync(Told.To("a@example.jp", title: evil) with { Body = evil, LinkLabel = evil, Recipient = new MessageRecipient(evil, "a@example.jp") });
        await app.SendAsync();
        var one = Assert.Single(mail.Mails());
        Assert.Equal(["a@example.jp"], one.To);
        Assert.Empty(one.Message.Bcc);
        Assert.Contains("陶芸", one.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", one.Html, StringComparison.Ordinal);
    }
}
