namespace Kominkan.Facilities.Domain;

/// <summary>A ward of the city, with its JIS code of six digits and its place in the city's lists.</summary>
internal sealed class Ward
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Code { get; init; }

    public required int Order { get; init; }
}
