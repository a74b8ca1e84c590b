namespace Kominkan.Booking.Domain;

/// <summary>How many of an age band (<see cref="AgeBands"/>) came to a hire.</summary>
internal sealed class HireHeads
{
    public required Guid HireId { get; init; }

    public required string Band { get; init; }

    public int Count { get; set; }
}
