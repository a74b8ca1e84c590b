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

    /// <exception cref="RuleBroken">The day is past or too far off, a text is missing or too long, or it has a brace that is no placeholder the kind knows.</exception>
    public static MessageTemplate Write(MessageKind kind, MessageLanguage language, DateOnly validFrom, string title, string body, DateOnly today)
    {
        if (validFrom < today)
        {
            throw new RuleBroken("使い始める日は、今日か、その後の日にしてください。", "Input.ValidFrom");
        }

        if (validFrom > today.AddYears(1))
        {
            throw new RuleBroken("使い始める日は、今日から1年先までの日にしてください。", "Input.ValidFrom");
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

        // A brace that is left would be mailed as it stands.
        var left = Placeholder().Replace(words, m => kind.Placeholders.Contains(m.Groups[1].Value) ? "\n" : m.Value);
        if (Brace().Match(left) is { Success: true, Value: var stray })
        {
            throw new RuleBroken($"{stray}は使えません。使える言葉を、半角の波かっこで囲んでください。", field);
        }
    }

    [GeneratedRegex(@"\{([^{}\n]{1,40})\}")]
    private static partial Regex Placeholder();

    /// <summary>A brace of either width with some of what it was to hold, to name it.</summary>
    [GeneratedRegex(@"[{｛][^{}｛｝\n]{0,12}[}｝]?|[^{}｛｝\n]{0,12}[}｝]")]
    private static partial Regex Brace();
}
