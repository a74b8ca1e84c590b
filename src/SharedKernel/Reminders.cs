namespace Kominkan.SharedKernel;

/// <summary>How a message reaches somebody.</summary>
public enum MessageChannel
{
    /// <summary>Sent by the program.</summary>
    Mail,

    /// <summary>Somebody of the hall telephones; it stands on the list of calls until it is ticked off.</summary>
    Phone,

    /// <summary>A postcard is printed and posted; it stands on the list of calls until it is ticked off.</summary>
    Postcard,

    /// <summary>Only shown in the お知らせ箱: who is told was told in person, or has left no address.</summary>
    Screen,

    /// <summary>A short message, where a plugin brings a transport for it; otherwise it waits.</summary>
    Sms,

    /// <summary>LINE, where a plugin brings a transport for it; otherwise it waits.</summary>
    Line,
}

/// <summary>Who is told, and where.</summary>
/// <param name="Name">As it stands on a postcard and on the list of calls, without 様.</param>
/// <param name="Address">Mail address, telephone number or postal address, as the channel asks; kept byte for byte.</param>
/// <param name="AccountId">The account in whose お知らせ箱 it is shown.</param>
/// <param name="PersonId">The person, for whoever looks at one person's messages.</param>
public sealed record MessageRecipient(string Name, string Address, Guid? AccountId = null, Guid? PersonId = null);

/// <summary>In which words a message is written.</summary>
public enum MessageLanguage
{
    Japanese,

    /// <summary>やさしい日本語</summary>
    Easy,

    English,
}

/// <summary>What a language is called.</summary>
public static class MessageLanguages
{
    /// <summary>What stands in <c>lang</c>: やさしい日本語 is Japanese.</summary>
    public static string Code(this MessageLanguage language) => language == MessageLanguage.English ? "en" : "ja";

    /// <summary>Its name in itself.</summary>
    public static string OwnName(this MessageLanguage language) => language switch
    {
        MessageLanguage.Easy => "やさしい日本語",
        MessageLanguage.English => "English",
        _ => "日本語",
    };
}

/// <summary>A message's title and text, with placeholders in braces: 「{講座名}」への参加が決まりました.</summary>
public sealed record MessageText(string Title, string Body);

/// <summary>What is put in for a placeholder. A date or a sum is said otherwise in English; a name is the same, and so is a string given for it.</summary>
/// <param name="Japanese">In Japanese, easy or not.</param>
public readonly record struct MessageValue(string Japanese, string English)
{
    public string In(MessageLanguage language) => language == MessageLanguage.English ? English : Japanese;

    public static implicit operator MessageValue(string text) => new(text, text);
}

/// <summary>A kind of message a module sends, and the words it starts with; head office may change them from a date on.</summary>
/// <param name="Key">Stable key: <c>courses.enrolled</c>.</param>
/// <param name="Label">What it tells, in Japanese, for the page of texts.</param>
/// <param name="Placeholders">Every name that may stand in braces; the values come with each message.</param>
/// <param name="Easy">In やさしい日本語; the Japanese words where it is left out.</param>
/// <param name="English">In English; the Japanese words where it is left out.</param>
public sealed record MessageKind(string Key, string Label, IReadOnlyList<string> Placeholders, MessageText Japanese, MessageText? Easy = null, MessageText? English = null);

/// <summary>The kinds of message a module sends.</summary>
public interface IMessageKinds
{
    IReadOnlyList<MessageKind> Kinds { get; }

    /// <summary>The values of a real record of the request's halls, to see a text with; null when there is none yet.</summary>
    Task<IReadOnlyDictionary<string, MessageValue>?> ExampleAsync(string kind, CancellationToken cancellation = default);
}

/// <summary>What a module wants to be remembered, asked once every morning.</summary>
public interface IReminders
{
    /// <summary>
    /// Everything of which somebody must be reminded on the day. It may be asked again and may repeat what it said on
    /// earlier days: the same kind, subject, recipient and period is said once.
    /// </summary>
    IAsyncEnumerable<Reminder> DueAsync(DateOnly today, CancellationToken cancellation = default);
}

/// <summary>One reminder.</summary>
/// <param name="Kind">One of the module's <see cref="IMessageKinds"/>.</param>
/// <param name="Subject">Id of the record it is about.</param>
/// <param name="Period">What tells one occasion from the next for the same record; empty when there is one only.</param>
/// <param name="Values">For the placeholders of the kind.</param>
/// <param name="HallId">The hall whose matter it is; null for the city.</param>
/// <param name="LinkPath">Path of the page where it is done.</param>
/// <param name="LinkLabel">What the link does.</param>
public sealed record Reminder(string Kind, Guid Subject, string Period, IReadOnlyDictionary<string, MessageValue> Values, Guid? HallId, string? LinkPath = null, string? LinkLabel = null)
{
    /// <summary>Who is reminded; null for those of the staff who subscribe to the hall's reminders.</summary>
    public MessageRecipient? Recipient { get; init; }

    public MessageChannel Channel { get; init; } = MessageChannel.Mail;

    /// <summary>What several messages have in common: the course of an application. Null when nothing.</summary>
    public Guid? About { get; init; }
}

/// <summary>A month's figures of a place, for the monthly summary. The module that reports answers.</summary>
public interface IMonthlyFigures
{
    /// <summary>The figures a summary shows, in order, beside the same month of the year before.</summary>
    /// <param name="month">First day of the month.</param>
    /// <param name="hallNo">館番号, or null.</param>
    /// <param name="ward">Name of the ward, or null; both null for the city.</param>
    Task<IReadOnlyList<MonthlyFigure>> OfMonthAsync(DateOnly month, string? hallNo, string? ward, CancellationToken cancellation = default);
}

/// <param name="Value">Null when nobody counted.</param>
/// <param name="Previous">The same month of the year before; null when nobody counted.</param>
public sealed record MonthlyFigure(string Key, string Label, string Unit, long? Value, long? Previous)
{
    /// <summary>What the place means to reach in the fiscal year; null when nobody planned.</summary>
    public long? Planned { get; init; }

    /// <summary>What there is of it, from the beginning of the fiscal year to the end of the month; null when nobody planned.</summary>
    public long? SoFar { get; init; }
}
