using Kominkan.Booking.Domain;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A case with whose it is.</summary>
internal sealed record PointLine
{
    public required PointCase Case { get; init; }

    public required RoomHire Hire { get; init; }

    public void Deconstruct(out PointCase about, out RoomHire hire) => (about, hire) = (Case, Hire);
}
