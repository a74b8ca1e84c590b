namespace Kominkan.People.Domain;

/// <summary>People under one sign-in: who holds the account, and the children and others they act for.</summary>
internal sealed class Family
{
    /// <summary>Stops a sign-in that fills the register; no household of the census is larger by far.</summary>
    public static readonly CityRule Most = new("people.family-most", "1つの家族に入れる人数", "人まで", 15, 2, 50);

    private readonly List<FamilyMember> members = [];

    private Family()
    {
    }

    public Family(Guid? accountId, DateTime nowUtc) => (Id, AccountId, MadeAt) = (Guid.CreateVersion7(), accountId, nowUtc);

    public Guid Id { get; private init; }

    /// <summary>The account of the Accounts module; null for a family that does not sign in.</summary>
    public Guid? AccountId { get; private set; }

    public DateTime MadeAt { get; private init; }

    public IReadOnlyList<FamilyMember> Members => members;

    /// <param name="most">What <see cref="Most"/> is today.</param>
    /// <exception cref="RuleBroken">They are in the family already, or it is full.</exception>
    public FamilyMember Add(Guid personId, int most, bool isHolder = false)
    {
        if (members.Exists(m => m.PersonId == personId))
        {
            throw new RuleBroken("この方は、もうこの家族に入っています。", "Who.Text");
        }

        if (members.Count >= most)
        {
            throw new RuleBroken($"1つの家族に入れるのは{most}人までです。");
        }

        var member = new FamilyMember(Id, personId, isHolder);
        members.Add(member);
        return member;
    }

    /// <exception cref="RuleBroken">The holder of the account cannot leave it.</exception>
    public void Remove(Guid personId)
    {
        if (members.Exists(m => m.PersonId == personId && m.IsHolder && AccountId is not null))
        {
            throw new RuleBroken("アカウントの持ち主は、家族から外せません。");
        }

        members.RemoveAll(m => m.PersonId == personId);
    }

    /// <summary>The person is erased; without its holder the family has no sign-in.</summary>
    public void Forget(Guid personId)
    {
        AccountId = members.Exists(m => m.PersonId == personId && m.IsHolder) ? null : AccountId;
        members.RemoveAll(m => m.PersonId == personId);
    }

    /// <summary>The account is gone; the family stays on record.</summary>
    public void LeaveAccount() => AccountId = null;
}

internal sealed class FamilyMember
{
    private FamilyMember()
    {
    }

    internal FamilyMember(Guid familyId, Guid personId, bool isHolder) => (FamilyId, PersonId, IsHolder) = (familyId, personId, isHolder);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid FamilyId { get; private init; }

    public Guid PersonId { get; private set; }

    /// <summary>The person whose sign-in it is.</summary>
    public bool IsHolder { get; private init; }

    public void MoveTo(Guid personId) => PersonId = personId;
}

/// <summary>保護者: who answers for a child. A child may have two, in different families.</summary>
internal sealed class Guardianship
{
    private Guardianship()
    {
    }

    private Guardianship(Guid childId, Guid guardianId, string relation, DateOnly from) => (ChildId, GuardianId, Relation, From) = (childId, guardianId, relation, from);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ChildId { get; private set; }

    public Guid GuardianId { get; private set; }

    /// <summary>母, 父, 祖母 …</summary>
    public string Relation { get; private init; } = "";

    public DateOnly From { get; private init; }

    /// <summary>Last day, included; null while it holds.</summary>
    public DateOnly? Until { get; private set; }

    /// <exception cref="RuleBroken">A child cannot answer for a child, nobody for themselves.</exception>
    public static Guardianship Of(Person child, Person guardian, string relation, DateOnly today)
    {
        relation = JapaneseText.Clean(relation);
        if (child.Id == guardian.Id)
        {
            throw new RuleBroken("本人を保護者にはできません。ほかの方を選んでください。", "Who.Text");
        }

        if (guardian.Details.Birth is { } birth && birth.AddYears(Adult) > today)
        {
            throw new RuleBroken("保護者は18歳以上の方を選んでください。", "Who.Text");
        }

        if (relation.Length is 0 or > 20)
        {
            throw new RuleBroken("続柄を20文字までで入力してください。", "Input.Relation");
        }

        return new(child.Id, guardian.Id, relation, today);
    }

    /// <exception cref="RuleBroken">It has ended already.</exception>
    public void End(DateOnly today)
    {
        if (Until is not null)
        {
            throw new RuleBroken("このつながりは、もう終わっています。");
        }

        Until = today;
    }

    public void MoveTo(Guid from, Guid to) => (ChildId, GuardianId) = (ChildId == from ? to : ChildId, GuardianId == from ? to : GuardianId);

    // The Civil Code's age of majority.
    private const int Adult = 18;
}
