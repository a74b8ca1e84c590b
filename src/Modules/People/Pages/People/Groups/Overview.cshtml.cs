using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>A group: its registration, roster, residency and what looks like the same group.</summary>
[Authorize(PeopleModule.Find)]
internal sealed class OverviewModel(PeopleDb db, SimilarGroups similar, IGrants grants, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock)
{
    public sealed record MemberRow(Guid Id, Guid PersonId, string Name, GroupRole Role, Residency Residency, DateOnly JoinedOn);

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];

    public IReadOnlyList<SimilarGroup> Similar { get; private set; } = [];

    public bool MayManage { get; private set; }

    /// <summary>Members who live, work or study in the city.</summary>
    public int WithTie => Members.Count(m => m.Residency is Residency.Lives or Residency.Works or Residency.Studies);

    public int NotAsked => Members.Count(m => m.Residency == Residency.Unknown);

    public int Share => Members.Count == 0 ? 0 : 100 * WithTie / Members.Count;

    public string Words(GroupEvent e) => e.Kind switch
    {
        GroupEventKind.Registered => $"登録（代表者 {NameOf(e.PersonId)}、{e.Until?.Short()}まで）",
        GroupEventKind.Renewed => $"更新（{e.Until?.Short()}まで）",
        _ => $"代表の交代（{NameOf(e.FormerId)}から{NameOf(e.PersonId)}へ）",
    };

    protected override string What => "団体の記録";

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var ids = Group.Roster.Select(m => m.PersonId).ToList();
        var ties = await Db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Details.Residency, p.KanaKey }).ToDictionaryAsync(p => p.Id);
        Members = [.. Group.Roster.OrderBy(m => m.Role).ThenBy(m => ties[m.PersonId].KanaKey, StringComparer.Ordinal).Select(m => new MemberRow(m.Id, m.PersonId, Names[m.PersonId], m.Role, ties[m.PersonId].Residency, m.JoinedOn))];
        Similar = await similar.ToAsync(Group, HttpContext.RequestAborted);
        MayManage = !(await grants.HallsWhereAsync(User, PeopleModule.Manage)).IsEmpty;
        return null;
    }

    private string NameOf(Guid? id) => id is { } person && Names.TryGetValue(person, out var name) ? name : "－";
}
