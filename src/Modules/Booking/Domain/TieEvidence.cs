namespace Kominkan.Booking.Domain;

/// <summary>
/// つながりの確認: somebody at the desk saw a paper that shows the tie of who hires. It is remembered for the same party until it
/// expires. Only the kind of the paper is kept: no copy, no number.
/// </summary>
internal sealed class TieEvidence : IHallOwned
{
    private TieEvidence()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The hire for which it was seen.</summary>
    public Guid HireId { get; private init; }

    /// <summary>Where it was seen; it is good in every hall.</summary>
    public Guid HallId { get; private init; }

    /// <summary>Who it is remembered for: <see cref="Party"/> with the telephone number, both; empty when erased.</summary>
    public string PartyKey { get; private set; } = "";

    public string PhoneKey { get; private set; } = "";

    /// <summary>The person on record who hired for themselves; null for groups.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Code of the <see cref="TieRule"/>.</summary>
    public int Code { get; private init; }

    /// <summary>The kind of the paper: 運転免許証; empty when erased.</summary>
    public string Paper { get; private set; } = "";

    public DateTime SeenAt { get; private init; }

    public Guid SeenBy { get; private init; }

    public string SeenByName { get; private init; } = "";

    /// <summary>The last day on which nobody need show it again.</summary>
    public DateOnly ValidTo { get; private init; }

    /// <param name="paper">One of those the rule knows.</param>
    /// <exception cref="RuleBroken">The hire needs none, or the paper is none of them.</exception>
    public static TieEvidence See(RoomHire hire, IReadOnlyList<string> papers, string? paper, Clerk by, DateTime nowUtc)
    {
        if (hire.WhyNoEvidence() is { } why)
        {
            throw new RuleBroken(why);
        }

        return new TieEvidence
        {
            HireId = hire.Id,
            HallId = hire.HallId,
            PartyKey = hire.PartyKey,
            PhoneKey = hire.PhoneKey,
            PersonId = hire.UserClass == UserClass.Individual ? hire.PersonId : null,
            Code = hire.Tie.Code,
            Paper = papers.FirstOrDefault(p => p == paper) ?? throw new RuleBroken("確かめた書類を選んでください。", "Input.Paper"),
            SeenAt = nowUtc,
            SeenBy = by.Id,
            SeenByName = by.Name,
            ValidTo = DateOnly.FromDateTime(nowUtc.InJapan()).AddMonths(hire.Tie.EvidenceMonths!.Value),
        };
    }

    /// <summary>Nothing tells any more who showed what; that somebody did, and when, stays.</summary>
    public void Erase() => (PartyKey, PhoneKey, PersonId, Paper) = ("", "", null, "");
}
