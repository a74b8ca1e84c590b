namespace Kominkan.Booking.Pages.Booking;

/// <summary>A page on which somebody says who asks for a room, with the boxes of _AskFields.</summary>
internal interface IAsking
{
    HireInput Input { get; }
}
