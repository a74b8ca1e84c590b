namespace Kominkan.Accounts.Domain;

internal enum ScopeKind
{
    Hall,
    Ward,
    City,
}

/// <summary>A role an account holds somewhere, from a day to a day. Ended grants stay, for the record.</summary>
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

    public DateOnly ValidFrom { get; private init; }

    /// <summary>Last day, included; null while no end is known.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <exception cref="RuleBroken">The scope has no value, or the last day is before the first.</exception>
    public static Grant Make(Guid account, string role, ScopeKind scope, Guid? hall, string? ward, DateOnly from, DateOnly? to)
    {
        if (scope == ScopeKind.Hall && hall is null)
        {
            throw new RuleBroken("館を選んでください。", "Input.HallId");
        }

        if (scope == ScopeKind.Ward && string.IsNullOrEmpty(ward))
        {
            throw new RuleBroken("区を選んでください。", "Input.Ward");
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
            Scope = scope,
            HallId = scope == ScopeKind.Hall ? hall : null,
            Ward = scope == ScopeKind.Ward ? ward : null,
            ValidFrom = from,
            ValidTo = to,
        };
    }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>Takes the role away from today on.</summary>
    /// <exception cref="RuleBroken">The grant is over, or it is one's own.</exception>
    public void End(Guid by, DateOnly today)
    {
        if (by == AccountId)
        {
            throw new RuleBroken("自分の権限は終了できません。ほかの本部職員に頼んでください。");
        }

        if (ValidTo < today)
        {
            throw new RuleBroken("この権限はすでに終わっています。");
        }

        ValidTo = today.AddDays(-1);
    }
}
