namespace Kominkan.Booking.Domain;

/// <summary>How the city's 利用許可書 is headed and what it says below: each city's rules name their own form.</summary>
internal sealed class PermitForm : DatedRule
{
    private PermitForm()
    {
    }

    /// <summary>公民館利用許可書</summary>
    public string Title { get; private init; } = "";

    /// <summary>様式第2号（第5条関係）</summary>
    public string FormNumber { get; private init; } = "";

    /// <summary>Who permits: 熊本市長.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>Conditions, a line each.</summary>
    public string Conditions { get; private init; } = "";

    public override string Subject => "";

    /// <exception cref="RuleBroken">A text is missing or too long.</exception>
    public static PermitForm Set(string? title, string? formNumber, string? issuer, string? conditions, DateOnly validFrom, bool isSample = false) => new()
    {
        Title = Words(title, 40, "題名を40字までで入力してください。", "Input.Title"),
        FormNumber = Words(formNumber, 60, "様式の番号を60字までで入力してください。", "Input.FormNumber"),
        Issuer = Words(issuer, 40, "許可する人を40字までで入力してください。", "Input.Issuer"),
        Conditions = Words(conditions, 1000, "条件を1000字までで入力してください。", "Input.Conditions"),
        ValidFrom = validFrom,
        IsSample = isSample,
    };
}
