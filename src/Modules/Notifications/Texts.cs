using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>The words of messages: those head office wrote, from their day on, or those the module came with.</summary>
internal sealed class Texts(NotificationsDb db, IEnumerable<IMessageKinds> modules, TimeProvider clock)
{
    private readonly Dictionary<(string, MessageLanguage), MessageText> known = [];

    public IReadOnlyList<MessageKind> Kinds { get; } = [.. modules.SelectMany(m => m.Kinds)];

    public MessageKind? Find(string kind) => Kinds.FirstOrDefault(k => k.Key == kind);

    public async Task<MessageText> WriteAsync(string kind, MessageLanguage language, IReadOnlyDictionary<string, string> values, CancellationToken cancellation = default) =>
        MessageTemplate.Fill(await InForceAsync(Find(kind) ?? throw new ArgumentException($"No module declares the kind {kind}.", nameof(kind)), language, cancellation), values);

    /// <summary>The text of today, with its placeholders; in Japanese where there is none in the language.</summary>
    public async Task<MessageText> InForceAsync(MessageKind kind, MessageLanguage language, CancellationToken cancellation = default)
    {
        if (known.TryGetValue((kind.Key, language), out var text))
        {
            return text;
        }

        var today = clock.Today();
        var own = await db.Templates.AsNoTracking().Where(t => t.Kind == kind.Key && t.Language == language && t.ValidFrom <= today).OrderByDescending(t => t.ValidFrom).FirstOrDefaultAsync(cancellation);
        return known[(kind.Key, language)] = own?.Text ?? Given(kind, language) ?? await InForceAsync(kind, MessageLanguage.Japanese, cancellation);
    }

    /// <summary>A real record's values for the kind, or null when there is none yet.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ExampleAsync(string kind, CancellationToken cancellation = default) =>
        modules.FirstOrDefault(m => m.Kinds.Any(k => k.Key == kind)) is { } module ? await module.ExampleAsync(kind, cancellation) : null;

    private static MessageText? Given(MessageKind kind, MessageLanguage language) => language switch
    {
        MessageLanguage.Easy => kind.Easy,
        MessageLanguage.English => kind.English,
        _ => kind.Japanese,
    };
}
