namespace Kominkan.Notifications.Domain;

/// <summary>Somebody wants no more news of a kind at an address.</summary>
internal sealed class NewsRefusal
{
    private NewsRefusal()
    {
    }

    public NewsRefusal(string kind, string recipientKey, DateTime nowUtc) => (Kind, RecipientKey, At) = (kind, recipientKey, nowUtc);

    /// <summary>By what it is erased; nothing of the address.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Kind { get; private set; } = "";

    /// <summary>As <see cref="Message.RecipientKey"/>: the address itself is not kept here.</summary>
    public string RecipientKey { get; private set; } = "";

    public DateTime At { get; private set; }
}
