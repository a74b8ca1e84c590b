namespace Kominkan.Booking.Domain;

/// <summary>Who of the staff keyed or decided something.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">As it stands in the records.</param>
internal sealed record Clerk(Guid Id, string Name);
