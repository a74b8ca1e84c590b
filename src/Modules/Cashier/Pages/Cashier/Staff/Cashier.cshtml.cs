using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Tables;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>What is to be paid and given back in the user's halls.</summary>
[Authorize(CashierModule.Take)]
internal sealed class CashierModel(CashierDb db, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<Choice> Shows = [new("", "未払い"), new("refund", "返すお金"), new("paid", "支払い済み"), new("all", "すべて")];

    private static readonly TableColumn[] Columns = ["番号", "利用日", "館", "費目", "内容", "払う方", "請求", "支払い済み", "残り", "状態"];

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Show { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)] public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public IReadOnlyList<Bill> Rows { get; private set; } = [];

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    /// <summary>The user's own drawer: the oldest that is open, else today's.</summary>
    public Drawer? Drawer { get; private set; }

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var (today, me) = (clock.Today(), User.Clerk().Id);
        Halls = await directory.GetAsync(cancellation);
        Drawer = await db.Drawers.AsNoTracking().Where(d => d.ClerkId == me && (d.ClosedAt == null || d.Date == today)).OrderBy(d => d.ClosedAt != null).ThenBy(d => d.Date).FirstOrDefaultAsync(cancellation);
        var found = Ordered(Filtered(db.Bills.AsNoTracking()));
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await (Format is null ? found.Skip((PageNo - 1) * Size).Take(Size) : found).ToListAsync(cancellation);
        await audit.SawAsync(Format is null ? Act.View : Act.Export, "収納の一覧", null, Rows.Select(r => r.Id));
        return Format is { } format ? await this.TableAsync(new Table("収納", Columns, Rows.Select(Line)), format, "収納") : Page();
    }

    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IQueryable<Bill> Filtered(IQueryable<Bill> bills)
    {
        bills = JapaneseEra.TryParse(From) is { } from ? bills.Where(b => b.Day >= from) : bills;
        bills = JapaneseEra.TryParse(To) is { } to ? bills.Where(b => b.Day <= to) : bills;
        return Show switch
        {
            "refund" => bills.Where(b => b.Paid > b.Due),
            "paid" => bills.Where(b => b.Paid == b.Due && b.Paid > 0),
            "all" => bills,
            _ => bills.Where(b => b.Paid < b.Due),
        };
    }

    private IQueryable<Bill> Ordered(IQueryable<Bill> bills) => (Sort, Desc) switch
    {
        ("number", false) => bills.OrderBy(b => b.Number),
        ("number", true) => bills.OrderByDescending(b => b.Number),
        ("due", false) => bills.OrderBy(b => b.Due).ThenBy(b => b.Id),
        ("due", true) => bills.OrderByDescending(b => b.Due).ThenBy(b => b.Id),
        ("day", true) => bills.OrderByDescending(b => b.Day).ThenBy(b => b.Id),
        _ => bills.OrderBy(b => b.Day).ThenBy(b => b.Id),
    };

    private IReadOnlyList<object?> Line(Bill b) => [b.Number, b.Day, Halls.NameOf(b.HallId), b.Kind, b.Title, b.Payer, b.Due, b.Paid, b.Balance, b.Standing.Status.Word];
}
