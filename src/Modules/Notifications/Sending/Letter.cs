using System.Net;
using System.Text;
using Kominkan.Notifications.Contracts;
using MimeKit;
using MimeKit.Text;

namespace Kominkan.Notifications.Sending;

/// <summary>A message as a mail: plain text first, the same as HTML after it, one recipient.</summary>
internal sealed class Letter(SiteInfo site, TimeProvider clock)
{
    private const int LongestSubject = 150;

    /// <param name="from">The sender's address.</param>
    public MimeMessage Write(OutgoingMessage message, string from)
    {
        var to = MailAddressRules.Read(message.To) ?? throw new FormatException("The address cannot be read.");
        var mail = new MimeMessage
        {
            MessageId = $"{message.Id:N}@{new Uri(site.BaseUrl).Host}",
            Date = clock.GetUtcNow().ToOffset(JapanTime.Zone.BaseUtcOffset),
            Subject = OneLine($"【{site.Name}】{message.Title}"),
        };
        mail.From.Add(new MailboxAddress(Encoding.UTF8, site.Name, from));
        // The name is left out: nobody but the recipient needs to know who lives at an address.
        mail.To.Add(new MailboxAddress(null, to));
        // Machines that answer out of office are told not to.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.UnsubscribeLink is { } stop)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        mail.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = Plain(message) },
            new TextPart(TextFormat.Html) { Text = Html(message) },
        };
        return mail;
    }

    public static string DigestTitle(string first, int others, MessageLanguage language) => language switch
    {
        MessageLanguage.English => $"{first} and {others} more",
        MessageLanguage.Easy => $"{first} ほかに {others}つの お知らせ",
        _ => $"{first} ほか{others}件のお知らせ",
    };

    /// <summary>A label is Japanese, as the page it leads to.</summary>
    public static string LinkWords(string? label, MessageLanguage language) => language switch
    {
        MessageLanguage.English => "See the details (in Japanese)",
        MessageLanguage.Easy => "くわしい ことは ここ",
        _ => label ?? "くわしくはこちら",
    };

    private static string Foot(MessageLanguage language) => language switch
    {
        MessageLanguage.English => "This mail is sent automatically. If you have a question, please ask your community centre.",
        MessageLanguage.Easy => "この メールは 自動（じどう）で おくっています。わからない ことは、公民館（こうみんかん）に きいて ください。",
        _ => "このメールは自動でお送りしています。お問い合わせは各館へお願いします。",
    };

    private static string StopWords(MessageLanguage language) => language switch
    {
        MessageLanguage.English => "Stop these messages",
        MessageLanguage.Easy => "この お知らせを とめる",
        _ => "このお知らせを止める",
    };

    private string Plain(OutgoingMessage message)
    {
        var text = new StringBuilder(Clean(message.Body).Trim()).Append("\n\n");
        if (message.Link is { } link)
        {
            text.Append(LinkWords(message.LinkLabel, message.Language)).Append("：\n").Append(link).Append("\n\n");
        }

        text.Append("--\n").Append(site.Name).Append('\n').Append(site.BaseUrl).Append('\n').Append(Foot(message.Language)).Append('\n');
        return (message.UnsubscribeLink is { } stop ? text.Append(StopWords(message.Language)).Append("：\n").Append(stop).Append('\n') : text).ToString();
    }

    private string Html(OutgoingMessage message)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"{message.Language.Code()}\"><head><meta charset=\"utf-8\"></head><body>");
        foreach (var paragraph in Clean(message.Body).Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        if (message.Link is { } link)
        {
            Anchor(html.Append("<p>"), link, LinkWords(message.LinkLabel, message.Language)).Append("</p>");
        }

        html.Append("<hr><p>").Append(WebUtility.HtmlEncode(site.Name)).Append("<br>");
        Anchor(html, site.BaseUrl, site.BaseUrl).Append("<br>").Append(Foot(message.Language)).Append("</p>");
        if (message.UnsubscribeLink is { } stop)
        {
            Anchor(html.Append("<p>"), stop, StopWords(message.Language)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static StringBuilder Anchor(StringBuilder html, string link, string words) =>
        html.Append("<a href=\"").Append(WebUtility.HtmlEncode(link)).Append("\">").Append(WebUtility.HtmlEncode(words)).Append("</a>");

    private static string Clean(string text) => text.ReplaceLineEndings("\n");

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)] + "…";
    }
}
