namespace Kominkan.Cashier.Domain;

internal enum ReceiptKind
{
    /// <summary>収納</summary>
    Payment,

    /// <summary>還付</summary>
    Refund,

    /// <summary>取消: the opposite of another one.</summary>
    Reversal,
}

internal enum Method
{
    /// <summary>現金: it lies in a drawer.</summary>
    Cash,

    /// <summary>口座振込</summary>
    Transfer,

    /// <summary>オンライン</summary>
    Online,
}

/// <summary>A numbered line of the book of money. It is never changed and never deleted; what was wrong is reversed.</summary>
internal sealed class Receipt : IHallOwned
{
    public const int LongestPurpose = 100;
    public const int LongestPayer = 201;

    private Receipt()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    public Guid BillId { get; private init; }

    /// <summary>費目, as the daily sheet adds up.</summary>
    public string Category { get; private init; } = "";

    public ReceiptKind Kind { get; private init; }

    public Method Method { get; private init; }

    /// <summary>In the drawer it lies in: every yen of cash in one, everything else in none.</summary>
    public Guid? DrawerId { get; private init; }

    /// <summary>Into the house above zero, out of it below.</summary>
    public int Yen { get; private init; }

    public int FiscalYear { get; private init; }

    /// <summary>1, 2, 3 … in the hall and fiscal year; none is missing.</summary>
    public int Serial { get; private set; }

    /// <summary>宛名</summary>
    public string Payer { get; private set; } = "";

    /// <summary>但し書</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Why it was reversed or given back.</summary>
    public string Reason { get; private set; } = "";

    public DateTime At { get; private init; }

    /// <summary>Its day in Japan.</summary>
    public DateOnly Date { get; private init; }

    public Guid? ClerkId { get; private init; }

    public string ClerkName { get; private init; } = "";

    /// <summary>The one it reverses; each is reversed once at most.</summary>
    public Guid? ReversesId { get; private init; }

    /// <exception cref="RuleBroken">但し書 or 宛名 is missing or too long, or cash lies in no drawer of the hall and day.</exception>
    public static Receipt Of(Bill bill, ReceiptKind kind, int yen, Writing writing)
    {
        var (payer, purpose) = (JapaneseText.Clean(writing.Payer ?? bill.Payer), JapaneseText.Clean(writing.Purpose ?? bill.Title));
        if (purpose.Length == 0 || JapaneseText.Length(purpose) > LongestPurpose)
        {
            throw new RuleBroken($"但し書を{LongestPurpose}字までで入力してください。", "Input.Purpose");
        }

        if (payer.Length == 0 || JapaneseText.Length(payer) > LongestPayer)
        {
            throw new RuleBroken("宛名を入力してください。", "Input.Payer");
        }

        var date = DateOnly.FromDateTime(writing.At.InJapan());
        var receipt = new Receipt
        {
            HallId = bill.HallId,
            BillId = bill.Id,
            Category = bill.Kind,
            Kind = kind,
            Method = writing.Method,
            DrawerId = writing.Drawer?.Id,
            Yen = yen,
            FiscalYear = SharedKernel.FiscalYear.Of(date).Year,
            Payer = payer,
            Purpose = purpose,
            Reason = JapaneseText.Clean(writing.Reason),
            At = writing.At,
            Date = date,
            ClerkId = writing.ClerkId,
            ClerkName = writing.ClerkName,
            ReversesId = writing.Reverses,
        };
        if (writing.Method == Method.Cash != writing.Drawer is not null)
        {
            throw new RuleBroken("現金を扱うには、先にレジを開けてください。");
        }

        writing.Drawer?.Put(receipt);
        return receipt;
    }

    public string Number(HallDirectory halls) => $"{halls.Find(HallId)?.No ?? "0"}-{FiscalYear % 100:00}-{Serial:00000}";

    public void Follow(int last) => Serial = last + 1;

    /// <summary>Nothing tells any more who paid; number and amount stay, and what the bill was for. A clerk may have typed a name into the rest.</summary>
    public void Erase(string title) => (Payer, Purpose, Reason) = (Bill.ErasedPayer, title, "");
}

/// <summary>How, when and by whom a receipt is written.</summary>
internal sealed record Writing(Method Method, Drawer? Drawer, Guid? ClerkId, string ClerkName, DateTime At)
{
    /// <summary>Null: as the bill names them.</summary>
    public string? Payer { get; init; }

    public string? Purpose { get; init; }

    public string Reason { get; init; } = "";

    public Guid? Reverses { get; init; }
}

/// <summary>発行: a receipt given out on paper. All but the first say 再発行.</summary>
internal sealed class Issue
{
    private Issue()
    {
    }

    public Issue(Receipt receipt, int no, string by, DateTime at) => (ReceiptId, No, By, At) = (receipt.Id, no, by, at);

    public Guid ReceiptId { get; private init; }

    public int No { get; private init; }

    public string By { get; private init; } = "";

    public DateTime At { get; private init; }
}
