namespace Kominkan.Accounts;

/// <summary>Words by which people know their devices again.</summary>
internal static class Device
{
    private static readonly (string Mark, string Word)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    // Each of the later ones also calls itself what the earlier ones are looked for by.
    private static readonly (string Mark, string Word)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    public static string Words(string? userAgent)
    {
        var system = Array.Find(Systems, s => userAgent?.Contains(s.Mark, StringComparison.Ordinal) == true).Word;
        var browser = Array.Find(Browsers, b => userAgent?.Contains(b.Mark, StringComparison.Ordinal) == true).Word;
        return (system, browser) switch
        {
            (null, null) => "わからない端末",
            (null, _) => browser,
            (_, null) => system,
            _ => $"{system}の{browser}",
        };
    }
}
