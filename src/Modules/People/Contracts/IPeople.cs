using System.Security.Claims;

namespace Kominkan.People.Contracts;

/// <summary>What modules above ask about people. Nothing here links records by itself: a clerk decides who is who.</summary>
public interface IPeople
{
    /// <summary>The person of the id; for a record that was merged, the one it was merged into. Null when there is none or it was erased.</summary>
    Task<PersonCard?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The same, with only those details the staff member sees without saying why; the others are empty.</summary>
    /// <param name="viewer">Who is signed in.</param>
    Task<PersonCard?> FindSeenAsync(ClaimsPrincipal viewer, Guid id, CancellationToken cancellation = default);

    /// <summary>Active people who look like this one: the same kana with the birth date or a telephone number.</summary>
    /// <param name="viewer">Who is signed in: details they do not see without saying why are empty.</param>
    /// <param name="kana">Family and given name, in any kana and width.</param>
    /// <param name="birth">Null when not known: then only the telephone number counts.</param>
    /// <param name="phone">As it was typed; empty when there is none.</param>
    Task<IReadOnlyList<PersonCard>> FindSameAsync(ClaimsPrincipal viewer, string kana, DateOnly? birth, string phone, CancellationToken cancellation = default);

    /// <summary>Puts somebody on record because a clerk says they are new; who looks like them is written down as a suspicion.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="RuleBroken">The details break a rule; fields are named <c>Input.…</c>.</exception>
    Task<Guid> RegisterAsync(PersonDetails details, CancellationToken cancellation = default);
}

/// <summary>A person as other modules show and prefill them.</summary>
/// <param name="Number">The number staff read aloud: 100001-7.</param>
/// <param name="Key">Ids under which other modules' rows may know the person.</param>
public sealed record PersonCard(Guid Id, string Number, PersonDetails Details, PersonKey Key);
