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

    public void OpenEverywhere() => IsEverywhere = true;

    public void Open(HallSet halls)
    {
        IsEverywhere = halls.IsEverywhere;
        Halls = halls.Halls;
    }

    public bool Contains(Guid hallId) => IsEverywhere || Halls.Contains(hallId);
}

/// <summary>A set of halls, or all of them, now and in future.</summary>
public sealed record HallSet(bool IsEverywhere, IReadOnlyList<Guid> Halls)
{
    public static readonly HallSet Nowhere = new(false, []);
    public static readonly HallSet Everywhere = new(true, []);

    public bool IsEmpty => !IsEverywhere && Halls.Count == 0;
}

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
}
