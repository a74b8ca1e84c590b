namespace Kominkan.People.Domain;

internal enum GroupRole
{
    Representative,
    Deputy,
    Member,
}

/// <summary>Somebody on a group's roster, from a day to a day.</summary>
internal sealed class GroupMember
{
    private GroupMember()
    {
    }

    internal GroupMember(Guid groupId, Guid personId, GroupRole role, DateOnly joinedOn) => (GroupId, PersonId, Role, JoinedOn) = (groupId, personId, role, joinedOn);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid GroupId { get; private init; }

    public Guid PersonId { get; private set; }

    public GroupRole Role { get; private init; }

    public DateOnly JoinedOn { get; private init; }

    /// <summary>The day they left; null while they are on the roster.</summary>
    public DateOnly? LeftOn { get; private set; }

    public void MoveTo(Guid personId) => PersonId = personId;

    internal void Leave(DateOnly today) => LeftOn ??= today;
}

internal enum GroupEventKind
{
    Registered,
    Renewed,
    HandedOver,
}

/// <summary>What happened to a registration. It names people by their id only, so that erasing one leaves nothing here.</summary>
internal sealed class GroupEvent
{
    private GroupEvent()
    {
    }

    internal GroupEvent(Guid groupId, GroupEventKind kind, DateTime at, string by, Guid? personId, Guid? formerId, DateOnly? until) =>
        (GroupId, Kind, At, By, PersonId, FormerId, Until) = (groupId, kind, at, by, personId, formerId, until);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid GroupId { get; private init; }

    public GroupEventKind Kind { get; private init; }

    public DateTime At { get; private init; }

    public string By { get; private init; } = "";

    /// <summary>The representative from then on.</summary>
    public Guid? PersonId { get; private init; }

    public Guid? FormerId { get; private init; }

    public DateOnly? Until { get; private init; }
}
