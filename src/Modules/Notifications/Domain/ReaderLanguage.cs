namespace Kominkan.Notifications.Domain;

/// <summary>In which words the holder of an account wants to be told; Japanese where there is no row.</summary>
internal sealed class ReaderLanguage
{
    private ReaderLanguage()
    {
    }

    public ReaderLanguage(Guid accountId, MessageLanguage language) => (AccountId, Language) = (accountId, language);

    public Guid AccountId { get; private set; }

    public MessageLanguage Language { get; private set; }

    public void Choose(MessageLanguage language) => Language = language;
}
