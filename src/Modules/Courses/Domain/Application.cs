using System.Security.Cryptography;
using Kominkan.People.Contracts;

namespace Kominkan.Courses.Domain;

/// <summary>Whether a group takes part of its places or only all.</summary>
internal enum GroupPolicy
{
    AllOrNone,
    AsManyAsFit,
}

internal enum ContactBy
{
    Phone,
    Mail,
    Postcard,
}

/// <summary>One slip: who applies together for a course, how to reach them, and where they stand in its one queue.</summary>
internal sealed class Application : IHallOwned
{
    // Without I, L, O, U and 0, 1: read out over the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly List<Enrolment> people = [];

    private Application()
    {
    }

    public Application(Course course, Channel channel, Contact contact, GroupPolicy policy, Guid key, DateTime nowUtc)
    {
        (Id, CourseId, HallId, Channel, Contact, Policy, Key, AppliedAt) = (Guid.CreateVersion7(), course.Id, course.HallId, channel, contact, policy, key, nowUtc);
        PhoneKey = JapaneseText.PhoneKey(contact.Phone);
        Renumber();
        EntryCode = RandomNumberGenerator.GetString(Letters, 8);
    }

    public Guid Id { get; private set; }

    public Guid CourseId { get; private set; }

    public Guid HallId { get; private set; }

    /// <summary>受付番号, unique; with the telephone number it opens the application.</summary>
    public string ReceiptNumber { get; private set; } = "";

    /// <summary>抽選番号, unique in its course: how the applicant finds their line in the published draw.</summary>
    public string EntryCode { get; private set; } = "";

    public Channel Channel { get; private set; }

    public GroupPolicy Policy { get; private set; }

    public Contact Contact { get; private set; } = new();

    public string PhoneKey { get; private set; } = "";

    /// <summary>One per pressed form: the same key is the same application, however often it is sent.</summary>
    public Guid Key { get; private set; }

    public DateTime AppliedAt { get; private set; }

    /// <summary>Place in the order of the draw or of arrival among those who wait; null while undrawn.</summary>
    public int? Rank { get; internal set; }

    /// <summary>Tickets in the draw.</summary>
    public int Weight { get; internal set; } = 1;

    /// <summary>Until when (UTC) an offered seat must be answered.</summary>
    public DateTime? OfferUntil { get; internal set; }

    /// <summary>An earlier application of the same person, which the applicant or staff saw and went on.</summary>
    public Guid? SeenDuplicateOf { get; set; }

    /// <summary>The account of the resident who applied while signed in; null for guests and for what staff took in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Staff's note: what was said on the telephone.</summary>
    public string Note { get; set; } = "";

    public IReadOnlyList<Enrolment> People => people;

    public int Size => people.Count;

    /// <summary>Where the slip stands as a whole: the best of its people.</summary>
    public EnrolmentState State => people.Count == 0 ? EnrolmentState.Withdrawn : people.Min(p => p.State);

    public void ChangeContact(Contact contact) => (Contact, PhoneKey) = (contact, JapaneseText.PhoneKey(contact.Phone));

    /// <summary>
    /// Somebody of the slip was erased: what staff noted may speak of them. The contact goes when it was theirs, or nobody is
    /// left to be told. The receipt number stays, so that the draw's public file can still be checked.
    /// </summary>
    public void Erase(bool contact)
    {
        Note = "";
        if (contact || people.TrueForAll(p => p.IsErased))
        {
            (Contact, PhoneKey) = (new() { By = Contact.By }, "");
        }
    }

    public int In(EnrolmentState state) => people.Count(p => p.State == state);

    public DrawEntry Entry => new(EntryCode, people.Count(p => p.State is EnrolmentState.InDraw or EnrolmentState.Waiting), Weight, Policy == GroupPolicy.AllOrNone);

    /// <summary>Another receipt number, when this one is taken.</summary>
    public void Renumber() => ReceiptNumber = ReceiptNumbers.Draw();

    /// <summary>Links the one on the slip whose kana are those of the record staff opened; nobody if the name was changed since.</summary>
    public void LinkWhoeverIs(PersonCard? card)
    {
        if (card is not null)
        {
            LinkWhoeverIs(card.Id, card.Details);
        }
    }

    /// <summary>The same for somebody of the family of whoever applies while signed in.</summary>
    public void LinkWhoeverIs(Guid person, PersonDetails details)
    {
        var key = JapaneseText.SearchKey(details.FamilyKana + details.GivenKana);
        people.Find(p => p.KanaKey == key)?.LinkTo(person);
    }

    internal void Add(Enrolment person) => people.Add(person);
}

/// <summary>How to reach who applied.</summary>
internal sealed record Contact
{
    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Address { get; init; } = "";

    public ContactBy By { get; init; }
}
