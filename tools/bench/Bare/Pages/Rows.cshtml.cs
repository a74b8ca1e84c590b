using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed record Row(Guid Id, string Title, string Hall, DateOnly? Date, TimeOnly? From, TimeOnly? To, int Enrolled);

public class RowsModel(BareDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(DateOnly d) => Rows = await db.Courses.AsNoTracking().Where(c => c.LastDate >= d).OrderBy(c => c.FirstDate).ThenBy(c => c.Id).Take(60)
        .Join(db.Halls, c => c.HallId, h => h.HallId, (c, h) => new Row(c.Id, c.Title, h.Name, c.FirstDate, c.FirstFrom, c.FirstTo, c.Enrolled)).ToListAsync();
}

[OutputCache(Duration = 60, VaryByQueryKeys = ["d"])]
public sealed class RowsCachedModel(BareDb db) : RowsModel(db);
