using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Tables;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Hires of the user's halls: by day, and what waits for something to be done.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class HiresModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public static readonly IReadOnlyList<Choice> Todos = [new("", "すべて"), new("permit", "許可を待つ（7日以内）"), new("heads", "人数が入っていない"), new("owed", "取消で額が残る"), new("refused", "不許可"), new("no-show", "来なかった")];

    private static readonly TableColumn[] Columns = ["受付番号", "利用日", "開始", "終了", "館・部屋", "区分", "団体", "氏名", "フリガナ", "電話番号", "メール", "市内とのつながり", "目的の種類", "目的", "予定人数", "来た人数", "使用料", "取消でかかる額", "支払い", "受付の方法", "状態"];

    private readonly Dictionary<Guid, string> places = [];
    private IReadOnlyDictionary<Guid, Standing> standing = new Dictionary<Guid, Standing>();

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Todo { get; set; }

    [BindProperty(SupportsGet = true)] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)] public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public TableFormat? Format { get; set; }

    public IReadOnlyList<RoomHire> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var found = Ordered(Filtered(db.Hires.AsNoTracking()));
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await (Format is null ? found.Skip((PageNo - 1) * Size).Take(Size) : found).ToListAsync(cancellation);
        await audit.SawAsync(Format is null ? Act.View : Act.Export, "部屋の予約の一覧", null, Rows.Select(r => r.Id));
        standing = await cashier.StandingAsync([.. Rows.Select(r => r.Id)], cancellation);
        var halls = await directory.GetAsync(cancellation);
        foreach (var room in Rows.Select(r => (r.HallId, r.RoomId)).Distinct())
        {
            places[room.RoomId] = $"{halls.NameOf(room.HallId)} {(await rooms.FindAsync(room.RoomId, cancellation))?.Name}";
        }

        return Format is { } format ? await this.TableAsync(new Table("部屋の予約", Columns, Rows.Select(Line)), format, "部屋の予約") : Page();
    }

    public string PlaceOf(RoomHire hire) => places[hire.RoomId];

    public Status? PaidOf(RoomHire hire) => standing.GetValueOrDefault(hire.Id)?.Status;

    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IQueryable<RoomHire> Filtered(IQueryable<RoomHire> hires)
    {
        var (today, soon) = (clock.Today(), clock.Today().AddDays(7));
        hires = JapaneseEra.TryParse(From) is { } from ? hires.Where(h => h.Date >= from) : hires;
        hires = JapaneseEra.TryParse(To) is { } to ? hires.Where(h => h.Date <= to) : hires;
        return Todo switch
        {
            "permit" => hires.Where(h => h.State == HireState.Booked && h.Date >= today && h.Date <= soon),
            "heads" => hires.Where(h => (h.State == HireState.Booked || h.State == HireState.Permitted) && h.Date < today),
            "owed" => hires.Where(h => h.State == HireState.Cancelled && h.Owed > 0),
            "refused" => hires.Where(h => h.State == HireState.Refused),
            "no-show" => hires.Where(h => h.State == HireState.Used && h.Came == 0),
            _ => hires,
        };
    }

    private IQueryable<RoomHire> Ordered(IQueryable<RoomHire> hires) => (Sort, Desc) switch
    {
        ("number", false) => hires.OrderBy(h => h.Number),
        ("number", true) => hires.OrderByDescending(h => h.Number),
        ("name", false) => hires.OrderBy(h => h.KanaKey).ThenBy(h => h.Date),
        ("name", true) => hires.OrderByDescending(h => h.KanaKey).ThenBy(h => h.Date),
        ("date", false) => hires.OrderBy(h => h.Date).ThenBy(h => h.From).ThenBy(h => h.Id),
        _ => hires.OrderByDescending(h => h.Date).ThenByDescending(h => h.From).ThenBy(h => h.Id),
    };

    private IReadOnlyList<object?> Line(RoomHire h) =>
        [h.Number, h.Date, h.From, h.To, PlaceOf(h), h.Bands, h.Hirer.GroupName, h.Hirer.Name, h.Hirer.Kana, h.Hirer.Phone, h.Hirer.Mail, h.Tie.Name, h.PurposeKind, h.Purpose, h.People, h.Came, h.Yen, h.Owed, PaidOf(h)?.Word, Wording.Of(h.Channel), Wording.Of(h.State).Word];
}
