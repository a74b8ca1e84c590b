using System.Security.Claims;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

internal static class StaffUser
{
    /// <summary>Who is signed in, as receipts name them.</summary>
    public static Clerk Clerk(this ClaimsPrincipal user) => new(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), user.Identity?.Name ?? "");
}
