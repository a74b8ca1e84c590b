namespace Kominkan.Cashier.Domain;

/// <summary>調定: what is owed for one thing in all, and what has been paid of it. Its module says the first, receipts make the second.</summary>
internal sealed class Bill : IHallOwned
{
    public const string ErasedPayer = "（消去済み）";

    private Bill()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The record it is owed for; there is one bill for it.</summary>
    public Guid Subject { get; private init; }

    /// <summary>費目</summary>
    public string Kind { get; private init; } = "";

    public Guid HallId { get; private set; }

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Payer { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public string Url { get; private set; } = "";

    public int Due { get; private set; }

    public int Paid { get; private set; }

    /// <summary>Guards against two at once: who read an older one saves nothing.</summary>
    public int Version { get; private set; }

    /// <summary>Still to be paid; below zero, to be given back.</summary>
    public int Balance => Due - Paid;

    public Standing Standing => new(Due, Paid, $"/staff/cashier/bills/{Id}");

    public static Bill Of(Charge charge)
    {
        var bill = new Bill { Subject = charge.Subject, Kind = charge.Kind };
        bill.Say(charge);
        return bill;
    }

    /// <summary>What is owed from now on; the same again changes nothing.</summary>
    /// <exception cref="RuleBroken">The amount is negative.</exception>
    public void Say(Charge charge)
    {
        if (charge.Yen < 0)
        {
            throw new RuleBroken("金額は0円以上にしてください。");
        }

        if (charge == new Charge(Subject, Kind, HallId, Number, Title, Payer, Day, Due, Url))
        {
            return;
        }

        (HallId, Number, Title, Payer, Day, Due, Url) = (charge.HallId, charge.Number, charge.Title, charge.Payer, charge.Day, charge.Yen, charge.Url);
        Version++;
    }

    public string? WhyNotPay() => Balance > 0 ? null : Balance == 0 ? "支払いは済んでいます。" : "払いすぎています。先に返金してください。";

    public string? WhyNotRefund() => Balance < 0 ? null : "返すお金はありません。";

    /// <summary>収納: money comes in.</summary>
    /// <exception cref="RuleBroken">Nothing is owed, or less than that.</exception>
    public Receipt Take(int yen, Writing writing)
    {
        if (WhyNotPay() is { } why)
        {
            throw new RuleBroken(why);
        }

        if (yen < 1 || yen > Balance)
        {
            throw new RuleBroken($"金額は1円から{Wording.Yen(Balance)}までで入力してください。", "Input.Yen");
        }

        return Book(Receipt.Of(this, ReceiptKind.Payment, yen, writing));
    }

    /// <summary>Money somebody has taken for us already: it is booked whatever is owed by now, and what is too much is due back.</summary>
    public Receipt TakeOnline(int yen, Writing writing) => Book(Receipt.Of(this, ReceiptKind.Payment, yen, writing));

    /// <summary>還付: what was paid too much goes back.</summary>
    /// <exception cref="RuleBroken">Nothing is due back.</exception>
    public Receipt GiveBack(Writing writing) =>
        WhyNotRefund() is { } why ? throw new RuleBroken(why) : Book(Receipt.Of(this, ReceiptKind.Refund, Balance, writing));

    /// <summary>取消: the receipt as if it had never been, by one of the opposite amount.</summary>
    /// <exception cref="RuleBroken">It is a reversal itself, of another bill, or what was paid has gone back already.</exception>
    public Receipt Reverse(Receipt wrong, Writing writing)
    {
        if (wrong.Kind == ReceiptKind.Reversal || wrong.BillId != Id)
        {
            throw new RuleBroken("この記録は取り消せません。");
        }

        if (Paid < wrong.Yen)
        {
            throw new RuleBroken("このお金はもう返しています。先に返金の記録を取り消してください。");
        }

        return Book(Receipt.Of(this, ReceiptKind.Reversal, -wrong.Yen, writing with { Reverses = wrong.Id }));
    }

    /// <summary>Nothing tells any more who paid; the money stays.</summary>
    public void Erase() => (Payer, Version) = (ErasedPayer, Version + 1);

    private Receipt Book(Receipt receipt)
    {
        (Paid, Version) = (Paid + receipt.Yen, Version + 1);
        return receipt;
    }
}
