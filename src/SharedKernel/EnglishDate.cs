using System.Globalization;

namespace Kominkan.SharedKernel;

/// <summary>Dates as messages in English say them; everything else says them as <see cref="JapaneseEra"/> does.</summary>
public static class EnglishDate
{
    /// <summary>Sat 28 Nov 2026</summary>
    public static string InEnglish(this DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Sat 28 Nov 2026, 10:00–12:00; without the end where it is not known, the day alone where nothing is.</summary>
    public static string InEnglish(this DateOnly date, TimeOnly? from, TimeOnly? to) => (from, to) switch
    {
        ({ } f, { } t) => $"{date.InEnglish()}, {f:H\\:mm}–{t:H\\:mm}",
        ({ } f, null) => $"{date.InEnglish()}, {f:H\\:mm}",
        _ => date.InEnglish(),
    };

    /// <summary>An instant as Japan's clocks show it: Sat 28 Nov 2026, 17:00.</summary>
    public static string InEnglish(this DateTime utc) => DateOnly.FromDateTime(utc.InJapan()).InEnglish(TimeOnly.FromDateTime(utc.InJapan()), null);
}
