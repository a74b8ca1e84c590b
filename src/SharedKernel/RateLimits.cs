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
