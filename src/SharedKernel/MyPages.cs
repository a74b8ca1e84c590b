using System.Security.Claims;

namespace Kominkan.SharedKernel;

/// <summary>The two doors of the house. Pages about oneself name one in <c>[Authorize]</c>; all others name a permission.</summary>
public static class Doors
{
    /// <summary>Policy: signed in as staff, whatever they may do.</summary>
    public const string Staff = "staff";

    /// <summary>Policy: signed in as a resident.</summary>
    public const string Resident = "resident";

    /// <summary>The claim that says which door somebody came in by: <see cref="Staff"/> or <see cref="Resident"/>.</summary>
    public const string Claim = "kind";

    /// <summary>The resident's account; null for staff and for whoever is not signed in.</summary>
    public static Guid? ResidentId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasClaim(Claim, Resident) && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }
}

/// <summary>What a module has for a resident's own page, <c>/my</c>: applications, bookings, loans. Register it scoped.</summary>
public interface IMyThings
{
    /// <summary>What lies ahead or waits for an answer; what is long over is left out.</summary>
    Task<IReadOnlyList<MyThing>> OfAsync(Guid accountId, CancellationToken cancellation);
}

/// <param name="Date">When it is; null for what has no day, shown first.</param>
/// <param name="From">Start, Japan time, or null.</param>
/// <param name="Title">What, linked to <paramref name="Url"/>.</param>
/// <param name="Note">A few words more: where, for whom.</param>
/// <param name="Status">Where it stands.</param>
public sealed record MyThing(DateOnly? Date, TimeOnly? From, string Title, string Url, string? Note, Status Status);

/// <summary>A page of the resident's own that a module brings, linked from <c>/my</c>. Register it as a singleton.</summary>
/// <param name="Label">A few words, in Japanese: 家族.</param>
/// <param name="Url">Absolute path below <c>/my/</c>.</param>
/// <param name="Hint">One sentence: what it is for.</param>
/// <param name="Order">Position, in steps of ten.</param>
public sealed record MyLink(string Label, string Url, string Hint, int Order);
