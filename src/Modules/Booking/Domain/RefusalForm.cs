namespace Kominkan.Booking.Domain;

/// <summary>
/// How the city's 不許可決定通知書 is headed, and how one may appeal against it. Whoever refuses must say in writing to whom and
/// until when (行政不服審査法第82条, 行政事件訴訟法第46条), so without one nothing can be refused.
/// </summary>
internal sealed class RefusalForm : DatedRule
{
    public const int LongestAppeal = 1000;

    private RefusalForm()
    {
    }

    /// <summary>公民館利用不許可決定通知書</summary>
    public string Title { get; private init; } = "";

    /// <summary>様式第3号（第6条関係）</summary>
    public string FormNumber { get; private init; } = "";

    /// <summary>Who decides: 熊本市長.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>教示, a paragraph a line.</summary>
    public string Appeal { get; private init; } = "";

    public override string Subject => "";

    /// <exception cref="RuleBroken">A text is missing or too long.</exception>
    public static RefusalForm Set(string? title, string? formNumber, string? issuer, string? appeal, DateOnly validFrom, bool isSample = false) => new()
    {
        Title = Words(title, 40, "題名を40字までで入力してください。", "Input.Title"),
        FormNumber = Words(formNumber, 60, "様式の番号を60字までで入力してください。", "Input.FormNumber"),
        Issuer = Words(issuer, 40, "決める人を40字までで入力してください。", "Input.Issuer"),
        Appeal = Words(appeal, LongestAppeal, $"教示を{LongestAppeal}字までで入力してください。", "Input.Appeal"),
        ValidFrom = validFrom,
        IsSample = isSample,
    };
}
