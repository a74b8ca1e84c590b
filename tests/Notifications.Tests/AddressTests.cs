using Kominkan.Notifications.Contracts;

namespace Kominkan.Notifications.Tests;

/// <summary>Addresses of every kind: none adds a header or a recipient.</summary>
public sealed class AddressTests
{
    private static readonly string[] Hostile =
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

    [Fact]
    public async Task An_address_that_cannot_be_one_is_shown_to_staff_and_never_sent_to()
    {
        Assert.All(Hostile, a => Assert.NotNull(MailAddressRules.WhyNot(a)));
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync([.. Hostile.Select(a => Told.To(a)), Told.To("good@example.jp")]);
        await app.SendAsync();
        Assert.Equal(["good@example.jp"], mail.Mails().SelectMany(m => m.To));
        var messages = await app.MessagesAsync();
        Assert.All(Hostile, a => Assert.Equal(Domain.MessageState.Failed, messages.Single(m => m.Address == a).State));
    }

    [Fact]
    public async Task An_address_people_really_have_gets_its_mail()
    {
        var real = new Dictionary<string, string>
        {
            ["a@example.jp"] = "a@example.jp",
            ["first.last+tag@sub.example.jp"] = "first.last+tag@sub.example.jp",
            ["a..b.@docomo.example.jp"] = "a..b.@docomo.example.jp",
            ["a@日本語.jp"] = "a@xn--wgv71a119e.jp",
            ["o'brien_{x}@example.jp"] = "o'brien_{x}@example.jp",
        };
        Assert.All(real.Keys, a => Assert.Null(MailAddressRules.WhyNot(a)));
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        await app.PostAsync([.. real.Keys.Select(a => Told.To(a))]);
        await app.SendAsync();
        Assert.Equal(real.Values.Order(), mail.Mails().Select(m => m.To.Single()).Order());
        Assert.All(mail.Mails(), m => Assert.Equal(1, m.Message.To.Count + m.Message.Cc.Count + m.Message.Bcc.Count));
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
