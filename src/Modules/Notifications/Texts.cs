using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>The words of messages: those head office wrote, from their day on, or those the module came with.</summary>
internal sealed class Texts(NotificationsDb db, IEnumerable<IMessageKinds> modules, TimeProvider clock)
{
    private readonly Dictionary<(string, MessageLanguage), (MessageText, MessageLanguage)> known = [];

    public IReadOnlyList<MessageKind> Kinds { get; } = [.. modules.SelectMany(m => m.Kinds)];

    public MessageKind? Find(string kind) => Kinds.FirstOrDefault(k => k.Key == kind);

    /// <summary>The kind's words with the values in, and what they are written in: Japanese where there are none in the language.</summary>
    public async Task<(MessageText Text, MessageLanguage Language)> WriteAsync(string kind, MessageLanguage language, IReadOnlyDictionary<string, MessageValue> values, CancellationToken cancellation = default)
    {
        var (text, written) = await FindInForceAsync(Find(kind) ?? throw new ArgumentException($"No module declares the kind {kind}.", nameof(kind)), language, cancellation);
        return (MessageTemplate.Fill(text, values, written), written);
    }

    /// <summary>The text of today, with its placeholders; in Japanese where there is none in the language.</summary>
    public async Task<MessageText> InForceAsync(MessageKind kind, MessageLanguage language, CancellationToken cancellation = default) =>
        (await FindInForceAsync(kind, language, cancellation)).Text;

    private async Task<(MessageText Text, MessageLanguage Language)> FindInForceAsync(MessageKind kind, MessageLanguage language, CancellationToken cancellation)
    {
        if (known.TryGetValue((kind.Key, language), out var text))
        {
            return text;
        }

        var today = clock.Today();
        var own = await db.Templates.AsNoTracking().Where(t => t.Kind == kind.Key && t.Language == language && t.ValidFrom <= today).OrderByDescending(t => t.ValidFrom).FirstOrDefaultAsync(cancellation);
        return known[(kind.Key, language)] = (own?.Text ?? Given(kind, language)) is { } found ? (found, language) : await FindInForceAsync(kind, MessageLanguage.Japanese, cancellation);
    }

    /// <summary>A real record's values for the kind, or null when there is none yet.</summary>
    public async Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        modules.FirstOrDefault(m => m.Kinds.Any(k => k.Key == kind)) is { } module ? await module.ExampleAsync(kind, cancellation) : null;

    private static MessageText? Given(MessageKind kind, MessageLanguage language) => language switch
    {
        MessageLanguage.Easy => kind.Easy,
        MessageLanguage.English => kind.English,
        _ => kind.Japanese,
    };
}
