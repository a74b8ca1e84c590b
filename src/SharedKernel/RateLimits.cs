namespace Kominkan.SharedKernel;

/// <summary>Limits the Host sets; a page names one in <c>[EnableRateLimiting]</c>.</summary>
public static class RateLimits
{
    /// <summary>Pages that tell whether a guessed number was right: 20 posts a minute from one address (/64 for IPv6), then 429.</summary>
    public const string Guessing = "guessing";
}
