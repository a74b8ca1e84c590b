using System.Security.Claims;

namespace Kominkan.SharedKernel;

/// <summary>
/// The halls whose rows this request may touch. It starts closed: a public page, a command or a job opens it
/// everywhere, a staff page opens it to the halls where the user holds the page's permission. Every context with
/// hall-owned rows filters by it, so a foreign id is simply not found.
/// </summary>
public sealed class HallScope
{
    public bool IsEverywhere { get; private set; }

    public IReadOnlyList<Guid> Halls { get; private set; } = [];

    /// <summary>Single things outside these halls: one's own courses, circles or classes. The module that has them lets their rows pass.</summary>
    public IReadOnlyList<Guid> Subjects { get; private set; } = [];

    public void OpenEverywhere() => IsEverywhere = true;

    public void Open(HallSet halls)
    {
        IsEverywhere = halls.IsEverywhere;
        Halls = halls.Halls;
        Subjects = halls.Subjects;
    }

    public bool Contains(Guid hallId) => IsEverywhere || Halls.Contains(hallId);
}

/// <summary>A set of halls, or all of them, now and in future.</summary>
public sealed record HallSet(bool IsEverywhere, IReadOnlyList<Guid> Halls)
{
    public static readonly HallSet Nowhere = new(false, []);
    public static readonly HallSet Everywhere = new(true, []);

    /// <summary>Single things that count although their halls do not: see <see cref="IOwnScope"/>.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    public bool Contains(Guid hallId) => IsEverywhere || Halls.Contains(hallId);

    public bool IsEmpty => !IsEverywhere && Halls.Count == 0 && Subjects.Count == 0;
}

/// <summary>
/// A kind of thing a role can be limited to: one's own course, circle or class. The module that has them contributes it,
/// and lets rows of <see cref="HallScope.Subjects"/> pass its filter.
/// </summary>
public interface IOwnScope
{
    /// <summary>Stable, as stored in grants: <c>course</c>.</summary>
    string Kind { get; }

    /// <summary>自分の講座</summary>
    string Label { get; }

    /// <summary>Those with this number or name, at most ten.</summary>
    Task<IReadOnlyList<OwnSubject>> FindAsync(string text, CancellationToken cancellation);

    /// <summary>The one with the id, or null when it is gone.</summary>
    Task<OwnSubject?> FindAsync(Guid id, CancellationToken cancellation);
}

/// <param name="Name">はじめての陶芸（2026-0012）</param>
public sealed record OwnSubject(Guid Id, string Name);

/// <summary>A row that belongs to a hall and is seen only by those whose scope holds the hall.</summary>
public interface IHallOwned
{
    Guid HallId { get; }
}

/// <summary>A context that filters hall-owned rows; the scope is set when the context is made.</summary>
public interface IHallScopedContext
{
    HallScope Scope { get; set; }
}

/// <summary>Who may do what, and where. The Accounts module answers; nothing is cached longer than a minute.</summary>
public interface IGrants
{
    /// <summary>The halls in which the user holds the permission today; empty when nowhere.</summary>
    ValueTask<HallSet> HallsWhereAsync(ClaimsPrincipal user, string permission);

    /// <summary>Whether the user holds the permission in the hall today.</summary>
    async ValueTask<bool> HoldsAsync(ClaimsPrincipal user, string permission, Guid hallId) => (await HallsWhereAsync(user, permission)).Contains(hallId);
}
