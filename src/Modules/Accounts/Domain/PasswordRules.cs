using System.Text;

namespace Kominkan.Accounts.Domain;

/// <summary>Long instead of complicated; nothing that is made of the words everybody here would try first.</summary>
internal static class PasswordRules
{
    public const int Shortest = 15;
    public const int ShortestForResidents = 12;
    public const int Longest = 128;
    public const string ResidentHint = "12字から128字。文の形にすると覚えやすく、破られにくくなります。";
    public const string Hint = "15字から128字。文の形にすると覚えやすく、破られにくくなります。";

    // Stripped from the password before its remaining length is judged: order is longest first where one holds another.
    private static readonly string[] Words =
    [
        "password", "passw0rd", "pasuwado", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "letmein", "welcome", "administrator", "admin", "iloveyou",
        "1234567890", "0123456789", "123456789", "12345678", "1234567", "123456", "12345", "1234", "0987654321", "987654321", "abcdefghijklmnopqrstuvwxyz", "abcdefgh", "abcdef", "abc123", "abcd", "abc",
        "kumamotoshi", "kumamotojo", "kumamoto", "kumamon", "kominkan", "kouminkan", "shimin", "shiyakusho", "shogaigakushu", "suizenji", "higo",
        "熊本市", "熊本城", "熊本", "くまもと", "くまモン", "公民館", "こうみんかん", "パスワード", "ぱすわーど", "生涯学習", "市役所",
        "2024", "2025", "2026", "2027", "heisei", "reiwa", "令和", "平成",
    ];

    /// <summary>Why this password is not taken, as a sentence, or null.</summary>
    /// <param name="name">The owner's sign-in name, which counts as a known word.</param>
    public static string? WhyNot(string password, string name, int shortest = Shortest)
    {
        var length = JapaneseText.Length(password);
        if (length < shortest || length > Longest)
        {
            return $"パスワードは{shortest}字から{Longest}字で入力してください。";
        }

        var rest = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var word in Words.Prepend(name.ToLowerInvariant()))
        {
            rest = word.Length == 0 ? rest : rest.Replace(word.Normalize(NormalizationForm.FormKC), "", StringComparison.Ordinal);
        }

        return rest.Distinct().Count() < 5
            ? "よくある言葉だけのパスワードです。ほかの言葉を足してください。"
            : null;
    }
}
