using Kominkan.People.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>A group's roster as a file.</summary>
[Authorize(PeopleModule.Find)]
internal sealed class RosterModel(PeopleDb db, Veils veils, IAudit audit) : PageModel
{
    private static readonly TableColumn[] Columns = ["氏名", "フリガナ", "役", "市内とのつながり", "電話番号", "入った日"];

    public async Task<IActionResult> OnGetAsync(Guid id, string format)
    {
        if (await db.GroupAsync(id) is not { } group)
        {
            return NotFound();
        }

        await audit.SawAsync(Act.Export, "団体の名簿", group);
        var ids = group.Roster.Select(m => m.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.KanaKey, p.Details }).ToDictionaryAsync(p => p.Id);
        var veil = await veils.OfAsync(User);
        var rows = group.Roster.OrderBy(m => m.Role).ThenBy(m => people[m.PersonId].KanaKey, StringComparer.Ordinal).Select(m => (IReadOnlyList<object?>)
            [people[m.PersonId].Details.Name, people[m.PersonId].Details.Kana, Wording.Of(m.Role), Wording.Of(people[m.PersonId].Details.Residency), veil.Over(people[m.PersonId].Details).Phone, m.JoinedOn]);
        return await this.TableAsync(new Table("名簿", Columns, rows), format == "csv" ? TableFormat.Csv : TableFormat.Xlsx, "団体の名簿");
    }
}
