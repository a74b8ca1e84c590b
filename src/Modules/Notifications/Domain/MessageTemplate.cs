using System.Text.RegularExpressions;

namespace Kominkan.Notifications.Domain;

/// <summary>The words of a kind of message from a day on, as head office wrote them.</summary>
internal sealed partial class MessageTemplate
{
    private MessageTemplate()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Kind { get; private init; } = "";

    public MessageLanguage Language { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public string Title { get; private init; } = "";

    public string Body { get; private init; } = "";

    public MessageText Text => new(Title, Body);

    /// <exception cref="RuleBroken">The day is past, a text is missing or too long, or it has a placeholder the kind does not know.</exception>
    public static MessageTemplate Write(MessageKind kind, MessageLanguage language, DateOnly validFrom, string title, string body, DateOnly today)
    {
        if (validFrom < today)
        {
            throw new RuleBroken("使い始める日は、今日か、その後の日にしてください。", "Input.ValidFrom");
        }

        (title, body) = (JapaneseText.Clean(title), JapaneseText.Clean(body.ReplaceLineEndings("\n")));
        Check(kind, title, "Input.Title", 100);
        Check(kind, body, "Input.Body", 4000);
        if (title.Contains('\n', StringComparison.Ordinal))
        {
            throw new RuleBroken("件名は1行で書いてください。", "Input.Title");
        }

        return new MessageTemplate { Kind = kind.Key, Language = language, ValidFrom = validFrom, Title = title, Body = body };
    }

    /// <summary>Puts the values in as the language says them, in one pass: braces in a value stay what they are.</summary>
    public static MessageText Fill(MessageText text, IReadOnlyDictionary<string, MessageValue> values, MessageLanguage language)
    {
        string Put(string words) => Placeholder().Replace(words, m => values.TryGetValue(m.Groups[1].Value, out var value) ? value.In(language) : "");
        return new MessageText(Put(text.Title), Put(text.Body));
    }

    private static void Check(MessageKind kind, string words, string field, int longest)
    {
        if (words.Length == 0 || words.Length > longest)
        {
            throw new RuleBroken($"{longest}字までで入力してください。", field);
        }

        if (Placeholder().Matches(words).Select(m => m.Groups[1].Value).FirstOrDefault(p => !kind.Placeholders.Contains(p)) is { } unknown)
        {
            throw new RuleBroken($"{{{unknown}}}は使えません。使えるのは表にある言葉だけです。", field);
        }
    }

    [GeneratedRegex(@"\{([^{}\n]{1,40})\}")]
    private static partial Regex Placeholder();
}
