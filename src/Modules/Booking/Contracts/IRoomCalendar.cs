namespace Kominkan.Booking.Contracts;

/// <summary>
/// The one calendar of every room, for modules that need one: a course's session, a festival, a shelter. Call it in the
/// transaction of what needs the room, and both are kept or neither.
/// </summary>
public interface IRoomCalendar
{
    /// <summary>Takes the room for the time, whatever its spaces are part of.</summary>
    /// <returns>The id of the occupancy, to move or release it by.</returns>
    /// <exception cref="RuleBroken">Something else happens there then, or the time is no time of a day; without a field.</exception>
    Task<Guid> ClaimAsync(RoomUse use, CancellationToken cancellation = default);

    /// <summary>Another room or time for the same occupancy. The old time is free and the new one taken at the same moment.</summary>
    /// <exception cref="RuleBroken">Something else happens there then, or the occupancy was released.</exception>
    Task MoveAsync(Guid occupancy, RoomSlot to, CancellationToken cancellation = default);

    /// <summary>Gives the time back; an unknown occupancy, or one given back already, does no harm.</summary>
    Task ReleaseAsync(Guid occupancy, CancellationToken cancellation = default);

    /// <summary>
    /// Says what records need of rooms from now on: rooms are taken, moved and given back until it is so, all of it or
    /// nothing. Two of them may change places, and saying the same again changes nothing.
    /// </summary>
    /// <exception cref="RuleBroken">Something else happens in one of the rooms then; the sentence names day and time.</exception>
    Task SetAsync(IReadOnlyCollection<RoomNeed> needs, CancellationToken cancellation = default);

    /// <summary>What is in the way of using the room then, as a sentence without names; null when it is free at this moment.</summary>
    Task<string?> WhyNotAsync(RoomSlot slot, CancellationToken cancellation = default);
}

/// <summary>A room for some time of one day.</summary>
/// <param name="From">Start, Japan time, on a quarter of an hour.</param>
/// <param name="To">End, Japan time, after <paramref name="From"/>; on a quarter of an hour, or 23:59 for the end of the day.</param>
public sealed record RoomSlot(Guid RoomId, DateOnly Date, TimeOnly From, TimeOnly To);

/// <summary>What a module uses a room for.</summary>
/// <param name="Title">What staff read in the ledger, in Japanese: はじめての陶芸（3回）. At most 100 letters, no names of residents.</param>
/// <param name="Subject">Id of the record that needs the room.</param>
/// <param name="Url">Path of the staff page about it, or null.</param>
public sealed record RoomUse(RoomSlot Slot, RoomUseKind Kind, string Title, Guid Subject, string? Url = null);

/// <summary>What one record needs of the calendar.</summary>
/// <param name="Subject">Id of the record.</param>
/// <param name="Use">The room it uses, for itself; null when it needs none any more.</param>
public sealed record RoomNeed(Guid Subject, RoomUse? Use);

/// <summary>Why a room is taken. Residents see this much and no more.</summary>
public enum RoomUseKind
{
    /// <summary>取り置き: kept for a few minutes while somebody fills in the form.</summary>
    Hold,

    /// <summary>貸館: hired by a group or a resident.</summary>
    Hire,

    /// <summary>主催事業: the hall's own courses and events.</summary>
    OwnProgram,

    /// <summary>点検・修繕</summary>
    Maintenance,

    /// <summary>選挙: a polling station, or a meeting under the Public Offices Election Act, art. 161.</summary>
    Election,

    /// <summary>避難所</summary>
    Shelter,

    /// <summary>空きの案内: given back, and kept for who waited for it until they answer.</summary>
    Offer,
}
