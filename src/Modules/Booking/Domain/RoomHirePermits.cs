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

    /// <summary>利用を許可する; once more after a change is a new version of the permit. Its versions and its fee must be loaded.</summary>
    /// <exception cref="RuleBroken">It was cancelled, is over, or the permit says what is so already.</exception>
    public void Permit(string by, DateTime nowUtc)
    {
        if (WhyNotPermit() is { } why)
        {
            throw new RuleBroken(why);
        }

        (State, PermittedAt, PermittedBy, PermitVersion) = (HireState.Permitted, nowUtc, by, PermitVersion + 1);
        permits.Add(HirePermit.Of(this, PermitVersion, by, nowUtc));
    }

    public string? WhyNotPermit() => State switch
    {
        HireState.Cancelled => "取り消した予約は許可できません。",
        HireState.Used => "利用が終わった予約は、もう許可できません。",
        HireState.Refused => "不許可にした予約は許可できません。",
        HireState.Won => "当選した方が使うと返事をしてから許可してください。",
        HireState.Permitted when permits.MaxBy(p => p.Version)?.Tells(this) != false => "この予約はもう許可しています。",
        _ => null,
    };

    /// <summary>The versions of what was permitted before versions were kept: the one that is printed.</summary>
    public void RememberPermit() => permits.Add(HirePermit.Of(this, PermitVersion, PermittedBy, PermittedAt ?? BookedAt));

    /// <summary>Whether the paper of a version holds; its fee must be loaded.</summary>
    public PermitStanding StandingOf(HirePermit permit, DateTime nowUtc) =>
        IsOff ? PermitStanding.Cancelled
        : permit.Version < PermitVersion || !permit.Tells(this) ? PermitStanding.Changed
        : State == HireState.Used || Date.ToUtc(To) <= nowUtc ? PermitStanding.Over
        : PermitStanding.Valid;
}
