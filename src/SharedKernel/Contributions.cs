using System.Security.Claims;

namespace Kominkan.SharedKernel;

/// <summary>A part of the residents' front page that a module brings: its own partial view and what it shows.</summary>
public interface IHomeSection
{
    int Order { get; }

    /// <summary>Path of the partial: <c>/Pages/Courses/_ClosingSoon.cshtml</c>.</summary>
    string View { get; }

    Task<object> LoadAsync(CancellationToken cancellation);
}

/// <summary>What a module adds to the staff's 今日 page.</summary>
public interface IToday
{
    /// <summary>What happens on the day in the halls of the request's scope.</summary>
    Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation);

    /// <summary>What waits for somebody, with how many; a count of zero is left out by the page.</summary>
    Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation);
}

/// <param name="From">Start, Japan time.</param>
/// <param name="To">End, Japan time.</param>
/// <param name="HallId">Where.</param>
/// <param name="What">What it is, and its page.</param>
/// <param name="Room">Name of the room, or null.</param>
/// <param name="People">18 / 20, or how many are expected; null when not known.</param>
/// <param name="Status">Word and tone.</param>
/// <param name="Next">What to do next; null when nothing is.</param>
public sealed record TodayEvent(TimeOnly From, TimeOnly To, Guid HallId, TodayLink What, string? Room, string? People, Status Status, TodayLink? Next)
{
    /// <summary>As the user may see it: without the links that would be refused.</summary>
    public async ValueTask<TodayEvent> ForAsync(ClaimsPrincipal user, IGrants grants) => this with
    {
        What = await MayAsync(What, user, grants) ? What : What with { Url = null },
        Next = Next is { } next && await MayAsync(next, user, grants) ? next : null,
    };

    // Whose permission is for single things sees only those.
    private async ValueTask<bool> MayAsync(TodayLink link, ClaimsPrincipal user, IGrants grants) =>
        await grants.HallsWhereAsync(user, link.Permission) is var where && (where.Contains(HallId) || where.Subjects.Count > 0);
}

/// <param name="Url">Null where the user may not open it.</param>
/// <param name="Permission">What its page asks for.</param>
public sealed record TodayLink(string Label, string? Url, string Permission);

/// <param name="Permission">Who is asked to do it.</param>
public sealed record WaitingWork(string Label, string Url, int Count, string Permission);

/// <summary>A status as shown: a word, never only a colour.</summary>
public sealed record Status(string Word, Tone Tone);

public enum Tone
{
    /// <summary>○ open, done, fine</summary>
    Ok,

    /// <summary>△ hurry, few left, something to do</summary>
    Warn,

    /// <summary>× refused, cancelled, full</summary>
    Bad,

    /// <summary>－ not yet, over, nothing to do</summary>
    Off,
}

/// <summary>A rule of the data that must hold whatever happened: <c>verify</c> counts what breaks it.</summary>
public interface IInvariants
{
    IAsyncEnumerable<Invariant> CheckAsync(CancellationToken cancellation = default);
}

/// <param name="Name">The rule as a sentence, in Japanese.</param>
/// <param name="Violations">Rows that break it; 0 is well.</param>
/// <param name="Example">One of them, without personal data, or null.</param>
public sealed record Invariant(string Name, long Violations, string? Example = null);

/// <summary>Fills an empty database with a module's part of the sample city's life around today. All people are invented.</summary>
public interface ISampleLife
{
    /// <summary>From here on it is life around today. What is below (halls, accounts) is the city itself, on which a sample of a whole fiscal year stands too.</summary>
    const int Life = 30;

    int Order { get; }

    Task FillAsync(DateOnly today, CancellationToken cancellation);
}

/// <summary>Tells whether the database holds no hall yet: only then is the sample city loaded.</summary>
public interface IEmptiness
{
    Task<bool> IsEmptyAsync(CancellationToken cancellation);
}

/// <summary>The sample accounts the serve command prints in Development.</summary>
public interface ISampleAccounts
{
    IEnumerable<string> Lines { get; }
}
