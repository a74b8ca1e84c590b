namespace Kominkan.People.Contracts;

/// <summary>
/// What a resident keeps of themselves and of those they act for. Everything is asked for in the name of an account: a
/// person outside its family is not found. Call it inside a transaction.
/// </summary>
public interface IFamilyRecords
{
    /// <summary>The account's family, who holds it first; empty when nobody is on record yet.</summary>
    Task<IReadOnlyList<FamilyRecord>> OfAsync(Guid accountId, CancellationToken cancellation = default);

    /// <summary>Puts the holder of an account on record, and makes the family.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="RuleBroken">The account has a family already, or the details break a rule; fields are named <c>Input.…</c>.</exception>
    Task<Guid> BeginAsync(Guid accountId, PersonDetails holder, CancellationToken cancellation = default);

    /// <summary>Puts a new family member on record. With a relation the holder answers for them (a child).</summary>
    /// <param name="relation">母, 父 …: what the holder is to the child; null for a grown-up.</param>
    /// <returns>The person's id.</returns>
    /// <exception cref="RuleBroken">There is no family, or the details break a rule.</exception>
    Task<Guid> AddAsync(Guid accountId, PersonDetails member, string? relation, CancellationToken cancellation = default);

    /// <summary>Corrects a member's details.</summary>
    /// <param name="version">The record's version when the form was opened (<see cref="FamilyRecord.Version"/>).</param>
    /// <returns>False when the person is not in the account's family.</returns>
    /// <exception cref="RuleBroken">Somebody else was faster, or the details break a rule.</exception>
    Task<bool> ChangeAsync(Guid accountId, Guid personId, int version, PersonDetails details, CancellationToken cancellation = default);

    /// <summary>Takes a member out of the family; their record stays.</summary>
    /// <returns>False when the person is not in the account's family.</returns>
    /// <exception cref="RuleBroken">It is the holder.</exception>
    Task<bool> RemoveAsync(Guid accountId, Guid personId, CancellationToken cancellation = default);

    /// <summary>Gives a person on record an account: staff have seen who they are. A family without an account takes it on.</summary>
    /// <exception cref="RuleBroken">The account or the person's family has one already, or the person is not in use.</exception>
    Task JoinAccountAsync(Guid accountId, Guid personId, CancellationToken cancellation = default);

    /// <summary>The account is gone: its family stays without a sign-in.</summary>
    Task LeaveAccountAsync(Guid accountId, CancellationToken cancellation = default);

    /// <summary>What the person is asked to agree to today, with their latest answer to just that version.</summary>
    /// <returns>Empty when the person is not in the account's family.</returns>
    Task<IReadOnlyList<ConsentAnswer>> ConsentsAsync(Guid accountId, Guid personId, CancellationToken cancellation = default);

    /// <summary>Writes an answer down with its time; a withdrawn consent is an answer too.</summary>
    /// <returns>False when the person is not in the account's family, or the purpose is not asked today.</returns>
    Task<bool> AnswerAsync(Guid accountId, Guid personId, string purposeKey, bool given, CancellationToken cancellation = default);
}

/// <param name="IsHolder">The person whose sign-in it is.</param>
/// <param name="Number">The number staff read aloud.</param>
/// <param name="Version">To be sent back with a change.</param>
public sealed record FamilyRecord(Guid PersonId, bool IsHolder, string Number, int Version, PersonDetails Details);

/// <param name="Key">Stays the same in all versions.</param>
/// <param name="Label">写真の掲載</param>
/// <param name="Effect">What happens when one agrees, in one or two sentences.</param>
/// <param name="Given">Null when this version was not answered.</param>
/// <param name="AtUtc">When it was answered.</param>
public sealed record ConsentAnswer(string Key, int Version, string Label, string Effect, bool? Given, DateTime? AtUtc);
