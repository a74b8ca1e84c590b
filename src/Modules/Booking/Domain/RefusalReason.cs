namespace Kominkan.Booking.Domain;

/// <summary>Why a use may be refused, and which article says so: staff choose one of these and none of their own.</summary>
internal sealed class RefusalReason : DatedRule
{
    public const int LongestCode = 10;

    private RefusalReason()
    {
    }

    /// <summary>What staff and statistics call it: 23-1.</summary>
    public string Code { get; private init; } = "";

    /// <summary>営利を目的とした利用にあたるため</summary>
    public string Reason { get; private init; } = "";

    public string Article { get; private init; } = "";

    public override string Subject => Code;

    /// <exception cref="RuleBroken">The code is none, or a text is missing or too long.</exception>
    public static RefusalReason Set(string? code, string? reason, string? article, DateOnly validFrom, bool isSample = false) => new()
    {
        Code = Coded(code) is { Length: > 0 } clean ? clean : throw new RuleBroken($"符号は英字、数字、-で{LongestCode}字までにしてください。", "Input.Code"),
        Reason = Words(reason, 100, "理由を100字までで入力してください。", "Input.Reason"),
        Article = Written(article),
        ValidFrom = validFrom,
        IsSample = isSample,
    };

    /// <summary>As it is kept, however wide or small it was typed; empty where it is none.</summary>
    public static string Coded(string? code)
    {
        var clean = JapaneseText.Clean(code).Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
        return clean.Length <= LongestCode && clean.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? clean : "";
    }
}
