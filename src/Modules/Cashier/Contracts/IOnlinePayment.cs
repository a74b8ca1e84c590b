namespace Kominkan.Cashier.Contracts;

/// <summary>
/// A company that takes money on the web. The program brings none: a city's plugin registers one as a singleton, and residents
/// are then shown the way to it. It is called outside any transaction and may be slow or fail.
/// </summary>
public interface IOnlinePayment
{
    /// <summary>How residents pay there, in Japanese: クレジットカード. At most 20 letters.</summary>
    string Label { get; }

    /// <summary>Makes the order known.</summary>
    /// <returns>Where the resident is sent to pay.</returns>
    /// <exception cref="OnlinePaymentUnavailable">It does not answer now.</exception>
    Task<Uri> BeginAsync(OnlineOrder order, CancellationToken cancellation = default);

    /// <summary>What became of the order; asked as often as need be, it answers the same once it has ended.</summary>
    /// <exception cref="OnlinePaymentUnavailable">It does not answer now.</exception>
    Task<OnlineOutcome> AskAsync(string reference, CancellationToken cancellation = default);
}

/// <param name="Reference">Ours, unique; tells nothing about who pays.</param>
/// <param name="Yen">Whole yen, 1 or more.</param>
/// <param name="Title">What for, without names.</param>
/// <param name="Back">Where the resident comes back to, whatever became of it.</param>
public sealed record OnlineOrder(string Reference, int Yen, string Title, Uri Back);

/// <summary>What became of an order.</summary>
public enum OnlineOutcome
{
    /// <summary>Nobody has paid yet.</summary>
    Waiting,

    /// <summary>Paid in full, for good.</summary>
    Paid,

    /// <summary>Given up or refused, for good.</summary>
    Failed,
}

/// <summary>The company does not answer.</summary>
public sealed class OnlinePaymentUnavailable(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Paying on the web for what is owed, for pages of residents in other modules. Call it outside a transaction.</summary>
public interface IPayOnline
{
    /// <summary>How residents may pay on the web; null where the city has nobody who takes the money.</summary>
    string? Label { get; }

    /// <summary>Begins to pay all that is still owed for the thing.</summary>
    /// <param name="back">Path where the resident comes back to.</param>
    /// <returns>Where to send the resident.</returns>
    /// <exception cref="RuleBroken">Nothing is owed, or the company does not answer.</exception>
    Task<Uri> BeginAsync(Guid subject, string back, CancellationToken cancellation = default);

    /// <summary>Asks what became of every order for the thing that has not ended, and books what was paid, once.</summary>
    /// <returns>How it stands now; null when nothing was ever owed.</returns>
    Task<Standing?> SettleAsync(Guid subject, CancellationToken cancellation = default);
}
