using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>日計表 of one hall and day; its file lists every receipt without who paid.</summary>
[Authorize(CashierModule.Take)]
internal sealed class DailyModel(CashierDb db, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel
{
    private static readonly TableColumn[] Columns = ["番号", "時刻", "種類", "方法", "費目", "但し書", "金額", "理由", "扱った人"];

    [BindProperty(SupportsGet = true)] public string? Date { get; set; }

    [BindProperty(SupportsGet = true, Name = "hall")] public string? HallNo { get; set; }

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public HallRef Hall { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public DailySheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var all = await directory.GetAsync(cancellation);
        Halls = [.. all.All.Where(h => scope.Contains(h.Id))];
        if (Halls.FirstOrDefault(h => HallNo is null || h.No == HallNo) is not { } hall)
        {
            return NotFound();
        }

        (Hall, Day) = (hall, JapaneseEra.TryParse(Date) ?? clock.Today());
        var receipts = await db.Receipts.AsNoTracking().Where(r => r.HallId == hall.Id && r.Date == Day).OrderBy(r => r.Serial).ToListAsync(cancellation);
        Sheet = new DailySheet(await db.Drawers.AsNoTracking().Where(d => d.HallId == hall.Id && d.Date == Day).ToListAsync(cancellation), receipts);
        return Format is not { } format ? Page()
            : await this.TableAsync(new Table("日計表", Columns, receipts.Select(r => (IReadOnlyList<object?>)[r.Number(all), Wording.Hour(r.At), Wording.Of(r.Kind).Word, Wording.Of(r.Method), r.Category, r.Purpose, r.Yen, r.Reason, r.ClerkName])), format, $"日計表_{Day:yyyyMMdd}");
    }

    public string Export(string format) => $"/staff/cashier/daily?hall={Hall.No}&date={Day:yyyy-MM-dd}&format={format}";
}
