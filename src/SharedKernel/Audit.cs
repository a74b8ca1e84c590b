namespace Kominkan.SharedKernel;

/// <summary>
/// Writes down that somebody sees personal data, before they see it. The Audit module answers. A page that shows people
/// calls it once while it loads, also when the form is shown again; what is written holds ids, never what stood on the page.
/// </summary>
public interface IAudit
{
    /// <summary>Joins the request's transaction, or makes one of its own.</summary>
    /// <exception cref="AuditUnavailable">It could not be written: the page is not shown (503).</exception>
    Task SawAsync(Sight sight, CancellationToken cancellation = default);
}

/// <summary>One sight of personal data.</summary>
/// <param name="Act">What was done with it.</param>
/// <param name="What">The page or file in the words of its heading, in Japanese: 受講者名簿. At most 80 letters, no names.</param>
/// <param name="Subjects">Whose data; may be empty where a list found nobody.</param>
public sealed record Sight(Act Act, string What, IReadOnlyCollection<Subject> Subjects)
{
    /// <summary>The hall the data belong to; null where they belong to none, such as accounts.</summary>
    public Guid? HallId { get; init; }

    /// <summary>Why, where the page asks for it: a word chosen from a list, so that nobody writes a name into it. At most 80 letters.</summary>
    public string? Reason { get; init; }
}

/// <summary>Somebody whose data were seen.</summary>
/// <param name="Kind">One of <see cref="SubjectKinds"/>, or a module's own; at most 20 letters.</param>
public readonly record struct Subject(string Kind, Guid Id);

/// <summary>What an audited id is the id of.</summary>
public static class SubjectKinds
{
    /// <summary>A person of the People module.</summary>
    public const string Person = "person";

    /// <summary>A group of the People module.</summary>
    public const string Group = "group";

    /// <summary>One person on a course's roll, where no person of the register is linked.</summary>
    public const string Enrolment = "enrolment";

    /// <summary>Somebody of the staff, or a resident who signs in.</summary>
    public const string Account = "account";

    /// <summary>A message to somebody.</summary>
    public const string Message = "message";
}

/// <summary>What somebody did with personal data.</summary>
public enum Act
{
    /// <summary>閲覧: it stood on the screen.</summary>
    View,

    /// <summary>検索: it was looked for, and found or not.</summary>
    Search,

    /// <summary>出力: it left as a file.</summary>
    Export,

    /// <summary>印刷: the page is made for paper.</summary>
    Print,

    /// <summary>変更: it was changed, merged or erased.</summary>
    Change,
}

/// <summary>The sight could not be written down, so it is not given.</summary>
public sealed class AuditUnavailable(Exception inner) : Exception("The audit could not be written", inner);

/// <summary>Puts names to the ids of one kind in the audit, for those who may read it. Nothing of it is stored there.</summary>
public interface ISubjectNames
{
    /// <summary>The kind it knows, of <see cref="SubjectKinds"/>.</summary>
    string Kind { get; }

    /// <summary>What one is called, in Japanese: 受講者.</summary>
    string Label { get; }

    /// <summary>Those that are still there; whoever has been erased is missing.</summary>
    Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);

    /// <summary>Who is meant by a name, number or sign-in name as staff type it; at most fifty.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default);
}

/// <param name="Url">The page about them, or null.</param>
public sealed record SubjectName(string Name, string? Url);
