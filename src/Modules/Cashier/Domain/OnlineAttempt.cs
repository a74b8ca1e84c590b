using System.Security.Cryptography;

namespace Kominkan.Cashier.Domain;

/// <summary>Somebody was sent away to pay; what became of it is booked once.</summary>
internal sealed class OnlineAttempt
{
    private OnlineAttempt()
    {
    }

    public OnlineAttempt(Bill bill, DateTime nowUtc) =>
        (BillId, Yen, StartedAt, Reference) = (bill.Id, bill.WhyNotPay() is { } why ? throw new RuleBroken(why) : bill.Balance, nowUtc, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid BillId { get; private init; }

    /// <summary>What the company knows it by; nobody can guess it.</summary>
    public string Reference { get; private init; } = "";

    public int Yen { get; private init; }

    public DateTime StartedAt { get; private init; }

    /// <summary>Guards against two who ask at once.</summary>
    public OnlineOutcome Outcome { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public void End(OnlineOutcome outcome, DateTime nowUtc) => (Outcome, EndedAt) = (outcome, nowUtc);
}
