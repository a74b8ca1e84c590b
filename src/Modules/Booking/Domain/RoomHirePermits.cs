namespace Kominkan.Booking.Domain;

/// <summary>利用許可: what was permitted, in versions; a change makes the paper of before void.</summary>
internal sealed partial class RoomHire
{
    private readonly List<HirePermit> permits = [];

    /// <summary>Every version that was written.</summary>
    public IReadOnlyList<HirePermit> Permits => permits;

    /// <summary>How often a permit has been written for it; the printed one says which it is.</summary>
    public int PermitVersion { get; private set; }

    public DateTime? PermittedAt { get; private set; }

    public string PermittedBy { get; private set; } = "";

    /// <summary>What was seen of their tie before the first permit; null where nothing had to be.</summary>
    public Guid? EvidenceId { get; private set; }

    /// <summary>利用を許可する; once more after a change is a new version of the permit. Its versions and its fee must be loaded.</summary>
    /// <param name="seen">What shows their tie: <see cref="SeenEvidence.OfAsync"/>.</param>
    /// <exception cref="RuleBroken">It was cancelled, is over, the permit says what is so already, or evidence must be seen first.</exception>
    public void Permit(string by, DateTime nowUtc, TieEvidence? seen = null)
    {
        if (WhyNotPermit(seen) is { } why)
        {
            throw new RuleBroken(why);
        }

        EvidenceId ??= Tie.EvidenceMonths is null ? null : seen?.Id;
        (State, PermittedAt, PermittedBy, PermitVersion) = (HireState.Permitted, nowUtc, by, PermitVersion + 1);
        permits.Add(HirePermit.Of(this, PermitVersion, by, nowUtc));
    }

    public string? WhyNotPermit(TieEvidence? seen) => State switch
    {
        HireState.Cancelled => "取り消した予約は許可できません。",
        HireState.Used => "利用が終わった予約は、もう許可できません。",
        HireState.Refused => "不許可にした予約は許可できません。",
        HireState.Won => "当選した方が使うと返事をしてから許可してください。",
        HireState.Booked when WhyNoEvidence() is null && seen is null => "つながりを示す書類を確かめてから許可してください。",
        HireState.Permitted when permits.MaxBy(p => p.Version)?.Tells(this) != false => "この予約はもう許可しています。",
        _ => null,
    };

    /// <summary>Why nobody need see evidence of their tie for it, as a sentence, or null; what was permitted once is not asked again.</summary>
    public string? WhyNoEvidence() => Tie.EvidenceMonths is null ? "この予約には、書類の確認はいりません。" : !IsLive || PermitVersion > 0 ? "この予約は、もう書類を確かめる必要がありません。" : null;

    /// <summary>The versions of what was permitted before versions were kept: the one that is printed.</summary>
    public void RememberPermit() => permits.Add(HirePermit.Of(this, PermitVersion, PermittedBy, PermittedAt ?? BookedAt));

    /// <summary>Whether the paper of a version holds; its fee must be loaded.</summary>
    public PermitStanding StandingOf(HirePermit permit, DateTime nowUtc) =>
        IsOff ? PermitStanding.Cancelled
        : permit.Version < PermitVersion || !permit.Tells(this) ? PermitStanding.Changed
        : State == HireState.Used || Date.ToUtc(To) <= nowUtc ? PermitStanding.Over
        : PermitStanding.Valid;
}
