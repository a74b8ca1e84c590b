using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Kominkan.SharedKernel;

/// <summary>
/// The page tells whether what somebody guessed was right: so many posts a minute for one account or number, and, because
/// a whole city may come from one address, many more from one address (/64 for IPv6). Whoever goes on is answered with 429
/// and the form as it was filled in. <c>Guessing__PerAccount</c> and <c>Guessing__PerAddress</c> say how many.
/// </summary>
/// <param name="field">Name of the input that says whose door is tried (<c>Input.Mail</c>); null where another count stands behind it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitsGuessingAttribute(string? field = null) : Attribute
{
    public string? Field { get; } = field;
}

/// <summary>Where a request comes from, as far as limits care. Never stored.</summary>
public static class ClientAddress
{
    /// <summary>The address, behind proxies that are believed the one they say; of IPv6 the first 64 bits, which are one customer's.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
    }
}
