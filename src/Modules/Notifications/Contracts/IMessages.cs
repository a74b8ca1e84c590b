namespace Kominkan.Notifications.Contracts;

/// <summary>
/// What the city tells somebody. The row is the truth and is shown in the お知らせ箱; mail is a copy of it, sent
/// afterwards by a sweep.
/// </summary>
public interface IMessages
{
    /// <summary>
    /// Writes one row a recipient, in the caller's transaction (or in one of its own when there is none): the message exists
    /// exactly when what it tells is committed. A second message of the same kind, subject, recipient and period is the
    /// same message: nothing is written and nothing is said.
    /// </summary>
    /// <remarks>Never throws because of an address: one that cannot be read is shown to staff as not delivered.</remarks>
    Task PostAsync(NewMessage message, CancellationToken cancellation = default);

    /// <summary>The same for many at once, faster.</summary>
    Task PostAsync(IReadOnlyCollection<NewMessage> messages, CancellationToken cancellation = default);

    /// <summary>
    /// What was said about any of the subjects, newest first. The caller has made sure that the reader may see them. Codes
    /// are left out.
    /// </summary>
    Task<IReadOnlyList<PostedMessage>> OfSubjectsAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default);

    /// <summary>What was said to the account, newest first. Codes are left out.</summary>
    Task<IReadOnlyList<PostedMessage>> OfAccountAsync(Guid accountId, CancellationToken cancellation = default);

    /// <summary>What somebody must still tell by telephone or postcard about any of the subjects, or by hand because the mail did not arrive; in the request's halls.</summary>
    Task<IReadOnlyList<MessageToTell>> ToTellAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default);

    /// <summary>Somebody has told these; those outside the request's halls are left alone.</summary>
    /// <returns>How many.</returns>
    Task<int> TickOffAsync(IReadOnlyCollection<Guid> messages, string by, CancellationToken cancellation = default);

    /// <summary>
    /// Takes back what waits to be said about the subject (all kinds, or one), because it is no longer so: a reminder of a
    /// session that was called off. What was sent stays.
    /// </summary>
    Task WithdrawAsync(Guid subject, string? kind = null, CancellationToken cancellation = default);
}

/// <summary>A message to one recipient.</summary>
public sealed record NewMessage
{
    /// <summary>Stable key of what is told: <c>courses.enrolled</c>. At most 60 characters.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the record it is about: an application, a session, an account.</summary>
    public required Guid Subject { get; init; }

    public required MessageRecipient Recipient { get; init; }

    /// <summary>
    /// What tells one occasion from the next for the same kind, subject and recipient: a date, a month, a deadline. Empty
    /// when it can be said only once. At most 40 characters.
    /// </summary>
    public string Period { get; init; } = "";

    /// <summary>Subject line without the site's name, which is put before it. Empty: written from the kind's text with <see cref="Values"/>.</summary>
    public string Title { get; init; } = "";

    /// <summary>Plain text; an empty line parts paragraphs.</summary>
    public string Body { get; init; } = "";

    /// <summary>For the placeholders of the kind's text (<see cref="IMessageKinds"/>), where no title is given.</summary>
    public IReadOnlyDictionary<string, MessageValue> Values { get; init; } = new Dictionary<string, MessageValue>();

    /// <summary>Null for the one the recipient's account has chosen, Japanese where there is none.</summary>
    public MessageLanguage? Language { get; init; }

    /// <summary>What several messages have in common: the course of an application. Null when nothing.</summary>
    public Guid? About { get; init; }

    /// <summary>Path of the page where something can be done, <c>/applications</c>; made absolute with <c>Site__BaseUrl</c>. Null when there is none.</summary>
    public string? LinkPath { get; init; }

    /// <summary>What the link does, in a few words: 申し込みを見る.</summary>
    public string? LinkLabel { get; init; }

    public MessageChannel Channel { get; init; } = MessageChannel.Mail;

    /// <summary>The hall whose staff call, post and see what was not delivered; null for the city.</summary>
    public Guid? HallId { get; init; }

    /// <summary>
    /// A code somebody waits for: sent at once whatever the hour, never in a digest, not shown in the お知らせ箱, and its title
    /// and text are erased when it was sent or has expired.
    /// </summary>
    public bool Urgent { get; init; }

    /// <summary>News one can live without: the mail says how to stop it, and who stopped it gets none.</summary>
    public bool News { get; init; }

    /// <summary>Not sent before, UTC; null for at once (in the hours of day).</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>Not sent after, UTC; null for never too late.</summary>
    public DateTime? ExpiresAt { get; init; }
}

/// <summary>A message as the お知らせ箱 shows it.</summary>
/// <param name="Title">Without the site's name.</param>
/// <param name="Body">Plain text.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Delivery">What became of the copy: メールで送りました, これから電話します.</param>
/// <param name="LinkPath">Where something can be done, or null.</param>
/// <param name="Language">What it is written in.</param>
public sealed record PostedMessage(Guid Id, string Kind, Guid Subject, string Title, string Body, DateTime At, Status Delivery, string? LinkPath, string? LinkLabel, MessageLanguage Language);

/// <summary>A line of the list of calls.</summary>
public sealed record MessageToTell(Guid Id, Guid Subject, string Name, MessageChannel Channel, string Address, string Title, Status Delivery);
