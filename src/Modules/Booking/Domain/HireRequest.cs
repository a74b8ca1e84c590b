namespace Kominkan.Booking.Domain;

/// <summary>Somebody asks for a room and gets it, if at all, later: who waits for one, and who takes part in a draw.</summary>
internal abstract class HireRequest : IHallOwned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>受付番号; with the telephone number it opens what was asked.</summary>
    public string Number { get; private set; } = "";

    public Guid HallId { get; private set; }

    public UserClass UserClass { get; private set; }

    public Hirer Hirer { get; private set; } = new();

    public string PhoneKey { get; private set; } = "";

    public string KanaKey { get; private set; } = "";

    /// <summary>Who counts as one and the same: <see cref="Party"/>.</summary>
    public string PartyKey { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>Name of the <see cref="Domain.PurposeKind"/> that was chosen; empty where the city had none.</summary>
    public string PurposeKind { get; private set; } = "";

    /// <summary>What ties them to the city, by the rule of the day they asked.</summary>
    public HirerTie Tie { get; private set; } = HirerTie.None;

    public int People { get; private set; }

    public HireChannel Channel { get; private set; }

    public DateTime AskedAt { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid? PersonId { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>Another number, when this one is taken.</summary>
    public void Renumber() => Number = ReceiptNumbers.Draw();

    public void LinkTo(Guid? person) => PersonId = person;

    /// <summary>Nothing tells any more who it was.</summary>
    public void Erase() => (Hirer, PhoneKey, KanaKey, PartyKey, PersonId, Note, Purpose) = (new() { FamilyName = Hirer.ErasedName }, "", "", "", null, "", "");

    /// <summary>What they ask for when they get it.</summary>
    /// <param name="key">One per room they may get: asked twice it is one hire.</param>
    public Order ToOrder(Guid key) => new(Channel, UserClass, [], Hirer, Purpose, People, key) { Note = Note, PurposeKind = PurposeKind, Tie = Tie, Wishes = Tie.Wishes, AccountId = AccountId };

    /// <exception cref="RuleBroken">More people than the room may hold, or a text is missing.</exception>
    protected void Say(Order order, Guid hall, int capacity)
    {
        order.Demand(capacity);
        (HallId, UserClass, Hirer, Purpose, PurposeKind, Tie, People, Note) = (hall, order.UserClass, order.Hirer, JapaneseText.Clean(order.Purpose), order.PurposeKind, order.Tie, order.People, JapaneseText.Clean(order.Note));
        (PhoneKey, KanaKey, PartyKey) = (JapaneseText.PhoneKey(Hirer.Phone), JapaneseText.SearchKey(Hirer.FamilyKana + Hirer.GivenKana), Party.KeyOf(UserClass, Hirer));
    }

    /// <summary>As it came in.</summary>
    protected void Begin(Order order, DateTime nowUtc)
    {
        (Channel, AskedAt, AccountId) = (order.Channel, nowUtc, order.AccountId);
        Renumber();
    }
}
