using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Tables;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>利用の点数 of the user's halls: what waits for a decision first.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class PointsModel(BookingDb db, IHallDirectory directory, HallScope scope, IGrants grants, IAudit audit, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<Choice> States = [new("", "すべて"), new("ripe", "決定を待つ"), new("waiting", "弁明を待つ"), new("given", "点数をつけた"), new("waived", "見送った"), new("withdrawn", "取り下げ")];

    private static readonly TableColumn[] Columns = ["利用日", "館", "受付番号", "団体", "氏名", "電話番号", "理由", "点数", "状態", "弁明の期限", "弁明", "決定の理由", "決めた日", "点数が消える日", "根拠"];

    private HallDirectory halls = HallDirectory.Empty;

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true)] public string? Hall { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)] public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public IReadOnlyList<HallRef> Halls => [.. halls.All.Where(h => scope.Contains(h.Id))];

    public IReadOnlyList<PointLine> Rows { get; private set; } = [];

    public bool MayDecide { get; private set; }

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        halls = await directory.GetAsync(cancellation);
        var found = Ordered(from p in Filtered(db.PointCases.AsNoTracking()) join h in db.Hires.AsNoTracking() on p.HireId equals h.Id select new PointLine { Case = p, Hire = h });
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await (Format is null ? found.Skip((PageNo - 1) * Size).Take(Size) : found).ToListAsync(cancellation);
        MayDecide = !(await grants.HallsWhereAsync(User, BookingModule.PointsPermission)).IsEmpty;
        await audit.SawAsync(Format is null ? Act.View : Act.Export, "利用の点数の一覧", null, Rows.Select(r => r.Hire.Id));
        return Format is { } format ? await this.TableAsync(new Table("利用の点数", Columns, Rows.Select(Line)), format, "利用の点数") : Page();
    }

    public string HallOf(PointCase about) => halls.NameOf(about.HallId);

    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IQueryable<PointCase> Filtered(IQueryable<PointCase> cases)
    {
        var today = DateOnly.FromDateTime(Now.InJapan());
        cases = Hall is { Length: > 0 } no && halls.FindByNo(no) is { } hall ? cases.Where(p => p.HallId == hall.Id) : cases;
        return State switch
        {
            "ripe" => cases.Where(p => p.State == PointState.Waiting && (p.AnsweredAt != null || p.AnswerBy < today)),
            "waiting" => cases.Where(p => p.State == PointState.Waiting && p.AnsweredAt == null && p.AnswerBy >= today),
            "given" => cases.Where(p => p.State == PointState.Given),
            "waived" => cases.Where(p => p.State == PointState.Waived),
            "withdrawn" => cases.Where(p => p.State == PointState.Withdrawn),
            _ => cases,
        };
    }

    private IQueryable<PointLine> Ordered(IQueryable<PointLine> lines) => (Sort, Desc) switch
    {
        ("name", false) => lines.OrderBy(l => l.Case.PartyKey).ThenBy(l => l.Case.Id),
        ("name", true) => lines.OrderByDescending(l => l.Case.PartyKey).ThenBy(l => l.Case.Id),
        ("date", false) => lines.OrderBy(l => l.Case.Date).ThenBy(l => l.Case.Id),
        ("date", true) => lines.OrderByDescending(l => l.Case.Date).ThenBy(l => l.Case.Id),
        _ => lines.OrderBy(l => l.Case.State).ThenBy(l => l.Case.AnsweredAt == null).ThenBy(l => l.Case.AnswerBy).ThenBy(l => l.Case.Id),
    };

    private IReadOnlyList<object?> Line(PointLine l) =>
        [l.Case.Date, HallOf(l.Case), l.Hire.Number, l.Hire.Hirer.GroupName, l.Hire.Hirer.Name, l.Hire.Hirer.Phone, PointWording.Of(l.Case.Kind), PointWording.Points(l.Case.HalfPoints), l.Case.StatusAt(Now).Word, l.Case.AnswerBy, l.Case.Answer, l.Case.Reason is null ? "" : l.Case.ReasonInWords(), l.Case.DecidedOn, l.Case.CountsTo, l.Case.Article];
}
