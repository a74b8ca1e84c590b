using System.Globalization;

namespace Kominkan.People.Domain;

/// <summary>人の番号: a running number with a check digit, short enough to be read aloud.</summary>
internal static class PersonNumber
{
    public const string Series = "person";
    public const int First = 100_001;

    /// <summary>100001-7</summary>
    public static string Format(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}-{CheckDigit(number)}");

    /// <summary>1000017, as it is searched.</summary>
    public static string Digits(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{CheckDigit(number)}");

    /// <summary>By Luhn: one wrong digit and most swapped neighbours are found.</summary>
    private static int CheckDigit(int number)
    {
        var sum = 0;
        for (var twice = true; number > 0; number /= 10, twice = !twice)
        {
            var digit = number % 10 * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10;
    }
}

/// <summary>The next number of a series; taken in the transaction that uses it, so that none is used twice.</summary>
internal sealed class NumberSeries
{
    public string Key { get; private init; } = "";

    public int Next { get; private set; }
}
