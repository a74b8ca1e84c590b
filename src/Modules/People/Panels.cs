using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>家族と保護者 on a person's screen.</summary>
internal sealed class FamilyPanel(PeopleDb db) : IPersonPanel
{
    public string Title => "家族と保護者";

    public int Order => 40;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var families = await db.Families.AsNoTracking().Where(f => f.Members.Any(m => m.PersonId == person.Id)).OrderBy(f => f.MadeAt).ToListAsync(cancellation);
        var links = await db.Guardianships.AsNoTracking().Where(g => (g.ChildId == person.Id || g.GuardianId == person.Id) && g.Until == null).OrderBy(g => g.From).ThenBy(g => g.Id).ToListAsync(cancellation);
        var names = await db.NamesAsync([.. families.SelectMany(f => f.Members).Select(m => m.PersonId), .. links.SelectMany(l => new[] { l.ChildId, l.GuardianId })], cancellation);
        var url = $"/staff/people/{person.Id}";
        return new PersonPanel(
            [
                .. links.Select(l => l.ChildId == person.Id
                    ? new PersonPanelRow(names[l.GuardianId], $"/staff/people/{l.GuardianId}", new Status("保護者", Tone.Ok), l.Relation, new("終わりにする", $"{url}/guardians/{l.Id}/end", PeopleModule.Manage))
                    : new PersonPanelRow(names[l.ChildId], $"/staff/people/{l.ChildId}", new Status("子ども", Tone.Ok), $"この方が{l.Relation}", new("終わりにする", $"{url}/guardians/{l.Id}/end", PeopleModule.Manage))),
                .. families.SelectMany(f => f.Members.Where(m => m.PersonId != person.Id).Select(m => new PersonPanelRow(
                    names[m.PersonId], $"/staff/people/{m.PersonId}", null, f.AccountId is null ? "家族" : "家族（同じアカウント）", new("外す", $"{url}/family/{m.Id}/leave", PeopleModule.Manage)))),
            ],
            [new("保護者を加える", $"{url}/guardians/new", PeopleModule.Manage), new("家族を加える", $"{url}/family/new", PeopleModule.Manage)],
            "家族も保護者も登録されていません。");
    }
}

/// <summary>団体 on a person's screen.</summary>
internal sealed class GroupsPanel(PeopleDb db, TimeProvider clock) : IPersonPanel
{
    public string Title => "団体";

    public int Order => 50;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var groups = await (from m in db.GroupMembers
                            join g in db.Groups on m.GroupId equals g.Id
                            where m.PersonId == person.Id
                            orderby m.LeftOn != null, m.Role, g.NameKey
                            select new { Member = m, Group = g }).AsNoTracking().ToListAsync(cancellation);
        return new PersonPanel(
            [.. groups.Select(g => new PersonPanelRow(
                g.Group.Details.Name,
                $"/staff/groups/{g.Group.Id}",
                g.Member.LeftOn is null ? g.Group.StatusOn(clock.Today()) : new Status("退会", Tone.Off),
                $"{Wording.Of(g.Member.Role)}　{g.Member.JoinedOn.Short()}から{(g.Member.LeftOn is { } left ? left.Short() + "まで" : "")}"))],
            [new("団体を登録する", $"/staff/groups/new?person={person.Id}", PeopleModule.Manage)],
            "どの団体の名簿にも入っていません。");
    }
}

/// <summary>同意 on a person's screen: the latest answer to each purpose.</summary>
internal sealed class ConsentsPanel(PeopleDb db, TimeProvider clock) : IPersonPanel
{
    public string Title => "同意";

    public int Order => 60;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var today = clock.Today();
        var purposes = (await db.Purposes.AsNoTracking().OrderBy(p => p.Key).ToListAsync(cancellation)).Where(p => p.IsAskedOn(today));
        var answers = await db.Consents.AsNoTracking().Where(c => c.PersonId == person.Id).ToListAsync(cancellation);
        return new PersonPanel([.. purposes.Select(Row)], [new("同意を聞く", $"/staff/people/{person.Id}/consents", PeopleModule.Manage)], "いま聞く目的がありません。");

        PersonPanelRow Row(ConsentPurpose purpose)
        {
            var last = answers.Where(a => a.PurposeKey == purpose.Key).MaxBy(a => (a.At, a.Id));
            var status = last is null ? new Status("聞いていない", Tone.Off)
                : last.PurposeVersion < purpose.Version ? new Status("文面が変わった", Tone.Warn)
                : last.Given ? new Status("同意", Tone.Ok) : new Status("同意しない", Tone.Bad);
            return new PersonPanelRow(purpose.Label, null, status, last is null ? null : $"{Wording.Moment(last.At)}　第{last.PurposeVersion}版　{last.By}");
        }
    }
}

/// <summary>本人確認 on a person's screen.</summary>
internal sealed class IdentityPanel(PeopleDb db) : IPersonPanel
{
    private const int Shown = 5;

    public string Title => "本人確認";

    public int Order => 70;

    public async Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation)
    {
        var checks = await db.IdentityChecks.AsNoTracking().Where(c => c.PersonId == person.Id).OrderByDescending(c => c.SeenOn).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(cancellation);
        return new PersonPanel(
            [.. checks.Select(c => new PersonPanelRow(c.Document, null, null, $"{c.SeenOn.Short()}　{c.By}"))],
            [new("本人確認を記録する", $"/staff/people/{person.Id}/identity/new", PeopleModule.Manage)],
            "本人確認をしていません。");
    }
}
