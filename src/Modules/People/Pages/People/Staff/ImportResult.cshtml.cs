using Kominkan.People.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>The 名簿 as it was given, with 結果 and 理由 beside each row: to be mended and given again.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ImportResultModel(PeopleDb db, IAudit audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.RosterFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { Result.Length: > 0 } file)
        {
            return NotFound();
        }

        await audit.SawAsync(Act.Export, "名簿を取り込む");
        var format = Path.GetExtension(file.Name).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? TableFormat.Xlsx : TableFormat.Csv;
        return File(file.Result, TableWriter.ContentType(format), $"{Path.GetFileNameWithoutExtension(file.Name)}_結果{TableWriter.Extension(format)}");
    }
}
