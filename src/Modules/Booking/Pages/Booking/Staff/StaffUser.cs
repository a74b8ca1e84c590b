using System.Security.Claims;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking.Pages.Booking.Staff;

internal static class StaffUser
{
    /// <summary>The account of who is signed in.</summary>
    public static Guid AccountId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static Clerk Clerk(this ClaimsPrincipal user) => new(user.AccountId(), user.Identity?.Name ?? "");
}
