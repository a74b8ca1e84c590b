namespace Kominkan.Accounts.Domain;

internal enum ScopeKind
{
    Hall,
    Ward,
    City,

    /// <summary>One thing of one's own: a course, a circle, a class. The module that has it knows its kind.</summary>
    Own,
}

internal enum GrantState
{
    /// <summary>Somebody at head office asked for it; it has no effect.</summary>
    Proposed,
    Approved,
    Refused,
}

/// <summary>Where a role counts.</summary>
/// <param name="OwnKind">Key of the <see cref="IOwnScope"/> that knows the subject.</param>
internal sealed record GrantScope(ScopeKind Kind, Guid? HallId = null, string? Ward = null, string? OwnKind = null, Guid? SubjectId = null)
{
    public static readonly GrantScope City = new(ScopeKind.City);
}

/// <summary>A role an account holds somewhere, from a day to a day, once two people have agreed. Ended and refused ones stay, for the record.</summary>
internal sealed class Grant
{
    private Grant()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public string RoleKey { get; private init; } = "";

    public ScopeKind Scope { get; private init; }

    public Guid? HallId { get; private init; }

    public string? Ward { get; private init; }

    public string? OwnKind { get; private init; }

    public Guid? SubjectId { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    /// <summary>Last day, included; null while no end is known.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>A concurrency token: of two who decide at once, one is told.</summary>
    public GrantState State { get; private set; }

    /// <summary>Null where the program did it: the first account, the sample.</summary>
    public Guid? ProposedBy { get; private init; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? RefusedWhy { get; private set; }

    /// <summary>In force without a second person: for the first account and the sample only.</summary>
    /// <exception cref="RuleBroken">The scope has no value, or the last day is before the first.</exception>
    public static Grant Make(Guid account, string role, GrantScope scope, DateOnly from, DateOnly? to) => Make(account, role, scope, from, to, GrantState.Approved, null);

    /// <summary>Asked for by one person; counts when another has agreed.</summary>
    /// <exception cref="RuleBroken">As above; or it is one's own, or a contractor's without a last day.</exception>
    public static Grant Propose(Account receiver, string role, GrantScope scope, DateOnly from, DateOnly? to, Guid by)
    {
        if (by == receiver.Id)
        {
            throw new RuleBroken("自分には付けられません。ほかの本部職員に頼んでください。");
        }

        if (receiver.Kind != AccountKind.Staff)
        {
            throw new RuleBroken("市民のアカウントに職員の権限は付けられません。");
        }

        if (receiver.IsContractor && to is null)
        {
            throw new RuleBroken("委託の人の権限には、終わりの日を入れてください。", "Input.ValidTo");
        }

        var grant = Make(receiver.Id, role, scope, from, to, GrantState.Proposed, by);
        // Two of the same, and ending one would take nothing away.
        return receiver.Grants.Exists(grant.IsAnother)
            ? throw new RuleBroken("同じ役割と範囲を、もう申請しているか持っています。期間を変えるときは、先に終えてください。", "Input.RoleKey")
            : grant;
    }

    private bool IsAnother(Grant other) =>
        other.State != GrantState.Refused && (RoleKey, Scope, HallId, Ward, OwnKind, SubjectId) == (other.RoleKey, other.Scope, other.HallId, other.Ward, other.OwnKind, other.SubjectId)
        && (other.ValidTo is null || other.ValidTo >= ValidFrom) && (ValidTo is null || ValidTo >= other.ValidFrom);

    public bool IsValidOn(DateOnly day) => State == GrantState.Approved && ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>Why this person cannot agree, as a sentence, or null.</summary>
    /// <param name="alone">Nobody else could, and the console's code stands for the second person.</param>
    public string? WhyNotApprove(Account by, bool alone) =>
        State != GrantState.Proposed ? "この権限はすでに決まっています。"
        : by.Id == AccountId ? "自分の権限は承認できません。ほかの本部職員に頼んでください。"
        : by.Id == ProposedBy && !alone ? "申請した人は承認できません。別の本部職員に頼んでください。"
        // Whoever issued the code may be the one who sits there now.
        : by.CodeIssuedBy == ProposedBy && ProposedBy is not null ? "申請した人が発行した設定コードで入っています。2段階目を使って入り直してから承認してください。"
        : null;

    /// <exception cref="RuleBroken">It is decided already, or this person may not.</exception>
    public void Approve(Account by, DateTime now, bool alone = false)
    {
        if (WhyNotApprove(by, alone) is { } why)
        {
            throw new RuleBroken(why);
        }

        (State, DecidedBy, DecidedAt) = (GrantState.Approved, by.Id, now);
    }

    /// <summary>Turns it down; who asked may take it back so.</summary>
    /// <exception cref="RuleBroken">It is decided already, or the reason is missing.</exception>
    public void Refuse(Guid by, string why, DateTime now)
    {
        if (State != GrantState.Proposed)
        {
            throw new RuleBroken("この権限はすでに決まっています。");
        }

        why = JapaneseText.Clean(why);
        if (JapaneseText.Length(why) is 0 or > 100)
        {
            throw new RuleBroken("理由を100字までで入力してください。", "Input.Why");
        }

        (State, DecidedBy, DecidedAt, RefusedWhy) = (GrantState.Refused, by, now, why);
    }

    /// <summary>Takes the role away from today on.</summary>
    /// <exception cref="RuleBroken">The grant is over, not agreed to, or it is one's own.</exception>
    public void End(Guid by, DateOnly today)
    {
        if (by == AccountId)
        {
            throw new RuleBroken("自分の権限は終了できません。ほかの本部職員に頼んでください。");
        }

        if (State != GrantState.Approved || ValidTo < today)
        {
            throw new RuleBroken("この権限はいま有効ではありません。");
        }

        ValidTo = today.AddDays(-1);
    }

    private static Grant Make(Guid account, string role, GrantScope scope, DateOnly from, DateOnly? to, GrantState state, Guid? by)
    {
        if (scope.Kind == ScopeKind.Hall && scope.HallId is null)
        {
            throw new RuleBroken("館を選んでください。", "Input.HallId");
        }

        if (scope.Kind == ScopeKind.Ward && string.IsNullOrEmpty(scope.Ward))
        {
            throw new RuleBroken("区を選んでください。", "Input.Ward");
        }

        if (scope.Kind == ScopeKind.Own && (scope.OwnKind is null || scope.SubjectId is null))
        {
            throw new RuleBroken("どれを担当するか、番号か名前を入力してください。", "Input.Own");
        }

        if (to < from)
        {
            throw new RuleBroken("終わりの日は、始まりの日より後にしてください。", "Input.ValidTo");
        }

        return new Grant
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            RoleKey = role,
            Scope = scope.Kind,
            HallId = scope.Kind == ScopeKind.Hall ? scope.HallId : null,
            Ward = scope.Kind == ScopeKind.Ward ? scope.Ward : null,
            OwnKind = scope.Kind == ScopeKind.Own ? scope.OwnKind : null,
            SubjectId = scope.Kind == ScopeKind.Own ? scope.SubjectId : null,
            ValidFrom = from,
            ValidTo = to,
            State = state,
            ProposedBy = by,
        };
    }
}
