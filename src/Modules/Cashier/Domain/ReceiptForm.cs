namespace Kominkan.Cashier.Domain;

/// <summary>How the city's receipt is headed and signed, from a day on; the one that begins later takes over.</summary>
internal sealed class ReceiptForm
{
    private ReceiptForm()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateOnly ValidFrom { get; private init; }

    /// <summary>領収証書</summary>
    public string Title { get; private init; } = "";

    /// <summary>様式第5号</summary>
    public string FormNumber { get; private init; } = "";

    /// <summary>Who takes the money: 熊本市会計管理者.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>Made up for the sample city.</summary>
    public bool IsSample { get; private init; }

    /// <exception cref="RuleBroken">A text is missing or too long.</exception>
    public static ReceiptForm Set(string? title, string? formNumber, string? issuer, DateOnly validFrom, bool isSample = false) => new()
    {
        Title = Words(title, "題名", "Input.Title"),
        FormNumber = Words(formNumber, "様式の番号", "Input.FormNumber"),
        Issuer = Words(issuer, "発行する人", "Input.Issuer"),
        ValidFrom = validFrom,
        IsSample = isSample,
    };

    private static string Words(string? text, string what, string field)
    {
        var clean = JapaneseText.Clean(text);
        return clean.Length > 0 && JapaneseText.Length(clean) <= 60 ? clean : throw new RuleBroken($"{what}を60字までで入力してください。", field);
    }
}
