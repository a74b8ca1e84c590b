namespace Kominkan.Notifications.Contracts;

/// <summary>
/// Where to telephone the people of a module's records when a mail to them did not arrive. Asked when staff look, so that
/// it is the number of now, and no second copy of it is kept.
/// </summary>
public interface ITelephones
{
    /// <summary>
    /// Telephone numbers by the <see cref="NewMessage.Subject"/> of messages to residents, as they were given; of records in
    /// the request's halls only. What is no record of the module, or has no number, is left out.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default);
}
