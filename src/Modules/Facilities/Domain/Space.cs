namespace Kominkan.Facilities.Domain;

/// <summary>A part of a building that cannot be divided further: only one thing happens in it at a time.</summary>
internal sealed class Space : IHallOwned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid HallId { get; init; }

    public required string Name { get; init; }
}
