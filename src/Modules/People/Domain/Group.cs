namespace Kominkan.People.Domain;

internal enum GroupKind
{
    Circle,
    Club,
    School,
    ParentTeacherAssociation,
    Company,
    VolunteerGroup,
    Other,
}

/// <summary>団体: a circle, club, school or company that uses the halls. One registration is valid at every hall.</summary>
internal sealed class Group
{
    private readonly List<GroupMember> members = [];
    private readonly List<GroupEvent> events = [];

    private Group()
    {
    }

    /// <exception cref="RuleBroken">The details break a rule.</exception>
    public Group(GroupDetails details, Guid representativeId, DateOnly today, DateTime nowUtc, string by)
    {
        Id = Guid.CreateVersion7();
        Write(details);
        members.Add(new GroupMember(Id, representativeId, GroupRole.Representative, today));
        events.Add(new GroupEvent(Id, GroupEventKind.Registered, nowUtc, by, representativeId, null, details.ValidUntil));
    }

    public Guid Id { get; private init; }

    public GroupDetails Details { get; private set; } = new();

    /// <summary>Folded name and kana, to be searched.</summary>
    public string NameKey { get; private set; } = "";

    public string KanaKey { get; private set; } = "";

    public string PhoneKey { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<GroupMember> Members => members;

    public IReadOnlyList<GroupEvent> Events => events;

    public IEnumerable<GroupMember> Roster => members.Where(m => m.LeftOn is null);

    public GroupMember? Representative => Roster.FirstOrDefault(m => m.Role == GroupRole.Representative);

    public Status StatusOn(DateOnly today) =>
        Details.ValidUntil < today ? new("期限切れ", Tone.Bad)
        : Details.ValidFrom > today ? new("これから有効", Tone.Off)
        : Details.ValidUntil <= today.AddMonths(1) ? new("更新の時期", Tone.Warn)
        : new("有効", Tone.Ok);

    /// <exception cref="RuleBroken">Somebody else was faster, or the details break a rule.</exception>
    public void Change(int formVersion, GroupDetails details)
    {
        if (formVersion != Version)
        {
            throw new RuleBroken("ほかの人が先に変更しました。開き直して、いまの内容を確かめてください。");
        }

        // The registration's days have a page of their own.
        Write(details with { ValidFrom = Details.ValidFrom, ValidUntil = Details.ValidUntil });
    }

    /// <summary>更新: valid until a later day.</summary>
    /// <exception cref="RuleBroken">The day is not later, or too far.</exception>
    public void Renew(DateOnly until, DateOnly today, DateTime nowUtc, string by)
    {
        if (until <= Details.ValidUntil || until < today)
        {
            throw new RuleBroken("いまの期限より後の日を入力してください。", "Input.Until");
        }

        if (until > today.AddYears(5))
        {
            throw new RuleBroken("期限は5年先までにしてください。", "Input.Until");
        }

        Details = Details with { ValidUntil = until };
        Version++;
        events.Add(new GroupEvent(Id, GroupEventKind.Renewed, nowUtc, by, null, null, until));
    }

    /// <summary>代表の交代: the new one represents, the old one stays as a member or leaves.</summary>
    /// <exception cref="RuleBroken">They are the representative already.</exception>
    public void HandOver(Guid personId, bool oldOneStays, DateOnly today, DateTime nowUtc, string by)
    {
        var old = Representative;
        if (old?.PersonId == personId)
        {
            throw new RuleBroken("この方は、いまの代表者です。ほかの方を選んでください。", "Who.Text");
        }

        old?.Leave(today);
        if (old is not null && oldOneStays)
        {
            members.Add(new GroupMember(Id, old.PersonId, GroupRole.Member, today));
        }

        Roster.FirstOrDefault(m => m.PersonId == personId)?.Leave(today);
        members.Add(new GroupMember(Id, personId, GroupRole.Representative, today));
        Version++;
        events.Add(new GroupEvent(Id, GroupEventKind.HandedOver, nowUtc, by, personId, old?.PersonId, null));
    }

    /// <exception cref="RuleBroken">They are on the roster already, or the role is the representative's.</exception>
    public GroupMember Join(Guid personId, GroupRole role, DateOnly today)
    {
        if (Roster.Any(m => m.PersonId == personId))
        {
            throw new RuleBroken("この方は、もう名簿にあります。", "Who.Text");
        }

        if (role is not (GroupRole.Deputy or GroupRole.Member))
        {
            throw new RuleBroken("代表者は「代表を交代する」で変えてください。", "Input.Role");
        }

        var member = new GroupMember(Id, personId, role, today);
        members.Add(member);
        return member;
    }

    /// <exception cref="RuleBroken">They are not on the roster, or represent the group and have not handed over.</exception>
    public void Leave(Guid memberId, DateOnly today)
    {
        var member = Roster.FirstOrDefault(m => m.Id == memberId) ?? throw new RuleBroken("この方は、もう名簿から外れています。");
        if (member.Role == GroupRole.Representative)
        {
            throw new RuleBroken("代表者は、先に「代表を交代する」で次の方に代わってください。");
        }

        member.Leave(today);
    }

    private void Write(GroupDetails details)
    {
        details = details.Clean();
        details.Check();
        (Details, NameKey, KanaKey, PhoneKey) = (details, JapaneseText.SearchKey(details.Name), JapaneseText.SearchKey(details.Kana), JapaneseText.PhoneKey(details.Phone));
        Version++;
    }
}
