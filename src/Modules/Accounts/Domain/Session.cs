namespace Kominkan.Accounts.Domain;

/// <summary>One signing in on one device. It lives while its row does: a cookie copied before it ended opens nothing.</summary>
internal sealed class Session
{
    public static readonly TimeSpan StaffIdle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);
    public static readonly TimeSpan ResidentIdle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan ResidentStay = TimeSpan.FromDays(14);
    public static readonly TimeSpan OwnDevice = TimeSpan.FromDays(30);

    /// <summary>How long a password or passkey counts as just given, for acts that ask for it anew.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private Session()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTime StartedAt { get; private init; }

    /// <summary>Ends it in any case, however busy it was.</summary>
    public DateTime EndsAt { get; private init; }

    /// <summary>Exact to some minutes: it is written by a job.</summary>
    public DateTime LastSeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>When the password or passkey was given last.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>The resident said that nobody else uses the device: the cookie outlives the browser's window.</summary>
    public bool IsOwnDevice { get; private init; }

    /// <summary>The account's security stamp as it was: a new password, a stop or 'sign out everywhere' makes a new one and this session void.</summary>
    public string Stamp { get; private init; } = "";

    /// <summary>Windows の Chrome</summary>
    public string Device { get; private init; } = "";

    /// <summary>Without work for so long it is over.</summary>
    public TimeSpan Idle(AccountKind kind) => kind == AccountKind.Staff ? StaffIdle : IsOwnDevice ? OwnDevice : ResidentIdle;

    public static Session Start(Account account, DateTime now, string device, bool ownDevice = false)
    {
        var own = ownDevice && account.Kind == AccountKind.Resident;
        return new Session
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            AccountId = account.Id,
            StartedAt = now,
            EndsAt = now + (account.Kind == AccountKind.Staff ? WorkingDay : own ? OwnDevice : ResidentStay),
            LastSeenAt = now,
            ConfirmedAt = now,
            IsOwnDevice = own,
            Stamp = account.SecurityStamp!,
            Device = device,
        };
    }

    public bool IsFreshAt(DateTime now) => now - ConfirmedAt < Fresh;

    public void End(DateTime now) => EndedAt ??= now;
}

internal static class OpenSessions
{
    /// <summary>The sessions that still open doors.</summary>
    public static IQueryable<Session> OpenOf(this IQueryable<Session> sessions, Account account, DateTime now) =>
        sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null && s.EndsAt > now && s.Stamp == account.SecurityStamp);
}
