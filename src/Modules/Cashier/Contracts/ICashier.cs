namespace Kominkan.Cashier.Contracts;

/// <summary>
/// Where modules say what somebody owes, and read what has been paid. Call it in the transaction of what is charged for,
/// and both are kept or neither.
/// </summary>
public interface ICashier
{
    /// <summary>
    /// Says what is owed from now on for these things, in all and not in addition. Saying the same again changes nothing;
    /// saying less than has been paid makes the rest due back.
    /// </summary>
    /// <exception cref="RuleBroken">An amount is negative.</exception>
    Task OweAsync(IReadOnlyCollection<Charge> charges, CancellationToken cancellation = default);

    /// <summary>How these things stand, by their ids, in every hall; what nothing was ever owed for is left out.</summary>
    Task<IReadOnlyDictionary<Guid, Standing>> StandingAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default);
}

/// <summary>What the pages of the cash desk demand, for who links to them.</summary>
public static class CashierPermissions
{
    /// <summary>Takes money and gives it back; demanded by <see cref="Standing.Url"/>.</summary>
    public const string Take = "cashier.take";
}

/// <summary>What somebody owes for one thing.</summary>
/// <param name="Subject">Id of the record it is owed for: a hire.</param>
/// <param name="Kind">費目, in Japanese, by which the daily sheet adds up: 部屋の使用料. At most 20 letters.</param>
/// <param name="HallId">The hall that takes the money.</param>
/// <param name="Number">What people read from their paper: 1234-5678. At most 40 letters.</param>
/// <param name="Title">但し書 to begin with, without names: 12月5日（土）研修室1の使用料. At most 100 letters.</param>
/// <param name="Payer">Who owes it, as the receipt names them; empty where nobody is named any more. At most 201 letters.</param>
/// <param name="Day">The day of what is paid for.</param>
/// <param name="Yen">All that is owed for it, whole yen, 0 or more.</param>
/// <param name="Url">Path of the staff page about it.</param>
public sealed record Charge(Guid Subject, string Kind, Guid HallId, string Number, string Title, string Payer, DateOnly Day, int Yen, string Url);

/// <summary>How the money for one thing stands.</summary>
/// <param name="Due">What is owed in all, yen.</param>
/// <param name="Paid">What has been paid and not given back or reversed, yen.</param>
/// <param name="Url">Path of the staff page where money for it is taken.</param>
public sealed record Standing(int Due, int Paid, string Url)
{
    /// <summary>Still to be paid; below zero, to be given back.</summary>
    public int Balance => Due - Paid;

    /// <summary>支払いなし (nothing owed, nothing paid), 支払い済み, 未払い, 一部支払い, 返金待ち</summary>
    public Status Status => (Balance, Paid) switch
    {
        (0, 0) => new("支払いなし", Tone.Off),
        (0, _) => new("支払い済み", Tone.Ok),
        ( > 0, 0) => new("未払い", Tone.Warn),
        ( > 0, _) => new("一部支払い", Tone.Warn),
        _ => new("返金待ち", Tone.Bad),
    };
}

/// <summary>A module that can explain what it charges, so that the same lines stand on the permit and on the receipt. Register it scoped.</summary>
public interface IChargeLines
{
    /// <summary>The <see cref="Charge.Kind"/> it explains.</summary>
    string Kind { get; }

    /// <summary>Line by line; empty for an unknown record.</summary>
    Task<IReadOnlyList<ChargeLine>> OfAsync(Guid subject, CancellationToken cancellation = default);

    /// <summary>Key of the permission that <see cref="Charge.Url"/> demands; null where whoever takes the money may open it.</summary>
    string? Permission => null;
}

/// <param name="Label">What for: 午前の使用料.</param>
/// <param name="Article">Where it is written.</param>
/// <param name="Yen">Whole yen; below zero for a reduction.</param>
public sealed record ChargeLine(string Label, string Article, int Yen);
