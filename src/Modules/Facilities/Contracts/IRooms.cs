namespace Kominkan.Facilities.Contracts;

/// <summary>A room of a hall. It consists of one or several atomic spaces: a partitioned hall is both halves at once.</summary>
/// <param name="No">室番号, unique within its hall.</param>
/// <param name="Capacity">Seats by fire rule; at least 1.</param>
/// <param name="Spaces">Ids of the atomic spaces it occupies; never empty.</param>
/// <param name="IsLibrary">Holds the library: it keeps the library's hours and is not for hire.</param>
public sealed record Room(Guid Id, Guid HallId, string No, string Name, int Capacity, IReadOnlyList<Guid> Spaces, bool IsLibrary = false);

/// <summary>The rooms of every hall, kept in memory.</summary>
public interface IRooms
{
    /// <summary>Rooms of a hall in use today, in the order of their numbers; empty for an unknown hall.</summary>
    ValueTask<IReadOnlyList<Room>> OfHallAsync(Guid hallId, CancellationToken cancellation = default);

    /// <summary>Any room there ever was, so that old records keep its name; null for an unknown id.</summary>
    ValueTask<Room?> FindAsync(Guid roomId, CancellationToken cancellation = default);
}
