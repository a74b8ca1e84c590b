using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who takes part in a draw of rooms of the user's halls.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class LotteryEntriesModel(BookingDb db, IAudit audit, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    private static readonly TableColumn[] Columns = ["受付番号", "抽選番号", "団体", "氏名", "フリガナ", "電話番号", "メール", "市内とのつながり", "目的の種類", "目的", "人数", "希望の数", "当選の数", "受付の方法", "取消"];

    [FromRoute] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)] public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public Lottery Lottery { get; private set; } = null!;

    public IReadOnlyList<LotteryEntry> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        if (await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, cancellation) is not { } lottery)
        {
            return NotFound();
        }

        var found = Ordered(db.LotteryEntries.AsNoTracking().Include(e => e.Wishes).Where(e => e.LotteryId == Id));
        (Lottery, Count) = (lottery, await found.CountAsync(cancellation));
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await (Format is null ? found.Skip((PageNo - 1) * Size).Take(Size) : found).ToListAsync(cancellation);
        await audit.SawAsync(Format is null ? Act.View : Act.Export, "部屋の抽選の申し込み", lottery.HallId, Rows.Select(r => r.Id));
        return Format is { } format ? await this.TableAsync(new Table("抽選の申し込み", Columns, Rows.Select(Line)), format, $"抽選の申し込み_{lottery.Month:yyyyMM}") : Page();
    }

    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IQueryable<LotteryEntry> Ordered(IQueryable<LotteryEntry> entries) => (Sort, Desc) switch
    {
        ("number", false) => entries.OrderBy(e => e.Number),
        ("number", true) => entries.OrderByDescending(e => e.Number),
        ("name", true) => entries.OrderByDescending(e => e.PartyKey).ThenBy(e => e.Id),
        ("name", false) => entries.OrderBy(e => e.PartyKey).ThenBy(e => e.Id),
        _ => entries.OrderByDescending(e => e.AskedAt).ThenBy(e => e.Id),
    };

    private IReadOnlyList<object?> Line(LotteryEntry e) =>
        [e.Number, e.Code, e.Hirer.GroupName, e.Hirer.Name, e.Hirer.Kana, e.Hirer.Phone, e.Hirer.Mail, e.Tie.Name, e.PurposeKind, e.Purpose, e.People, e.Wishes.Select(w => w.Rank).Distinct().Count(), e.Wishes.Where(w => w.HireId is not null).Select(w => w.Rank).Distinct().Count(), Wording.Of(e.Channel), e.IsWithdrawn ? "取消" : ""];
}
