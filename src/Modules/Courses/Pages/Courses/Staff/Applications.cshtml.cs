using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Every slip of a course, however it came, in the one queue.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationsModel(CoursesDb db, IAudit audit, TimeProvider clock) : CoursePage(db)
{
    public const int Size = 50;

    private static readonly TableColumn[] Columns =
        ["受付番号", "受付日時", "受付の方法", "状態", "順番", "人数", "氏名", "フリガナ", "生年月日", "電話番号", "メール", "住所", "連絡方法", "返事の期限", "メモ"];

    [BindProperty(SupportsGet = true)]
    public EnrolmentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public TableFormat? Format { get; set; }

    /// <summary>The page's rows.</summary>
    public IReadOnlyList<Application> Rows { get; private set; } = [];

    public IReadOnlyDictionary<EnrolmentState, int> Counts { get; private set; } = new Dictionary<EnrolmentState, int>();

    public DateTime Now { get; } = clock.UtcNow();

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    /// <summary>Place of each slip among those that wait, from 1.</summary>
    public IReadOnlyDictionary<Guid, int> Places { get; private set; } = new Dictionary<Guid, int>();

    public override async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var all = await Db.Applications.AsNoTracking().Where(a => a.CourseId == Id).ToListAsync();
        Places = all.Where(a => a.In(EnrolmentState.Waiting) > 0 && a.Rank is not null && Course.HasQueueAt(Now)).OrderBy(a => a.Rank).Index().ToDictionary(x => x.Item.Id, x => x.Index + 1);
        Counts = all.CountBy(a => a.State).ToDictionary(c => c.Key, c => c.Value);
        var shown = Order(all.Where(a => State is null || a.State == State)).ToList();
        if (Format is { } format)
        {
            await audit.SawAsync(Act.Export, "申し込みの一覧", Course.HallId, shown.SelectMany(a => a.People));
            return await this.TableAsync(new Table("申し込み", Columns, shown.Select(Line)), format, $"申し込み_{Course.Number}");
        }

        Count = shown.Count;
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = [.. shown.Skip((PageNo - 1) * Size).Take(Size)];
        await audit.SawAsync(Act.View, "申し込みの一覧", Course.HallId, Rows.SelectMany(a => a.People));
        return Page();
    }

    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IEnumerable<Application> Order(IEnumerable<Application> slips)
    {
        var ordered = Sort switch
        {
            "number" => slips.OrderBy(a => a.ReceiptNumber, StringComparer.Ordinal),
            "name" => slips.OrderBy(a => a.Size == 0 ? "" : a.People[0].KanaKey, StringComparer.Ordinal),
            "applied" => slips.OrderBy(a => a.AppliedAt),
            _ => slips.OrderBy(a => a.State).ThenBy(a => a.Rank).ThenBy(a => a.AppliedAt).ThenBy(a => a.Id),
        };
        return Desc ? ordered.Reverse() : ordered;
    }

    private IReadOnlyList<object?> Line(Application a) =>
    [
        a.ReceiptNumber, a.AppliedAt, Wording.Of(a.Channel), StaffWords.Of(a.State, Course, Now).Word, Places.TryGetValue(a.Id, out var place) ? place : null, a.Size,
        string.Join("、", a.People.Select(p => p.Person.Name)), string.Join("、", a.People.Select(p => p.Person.Kana)),
        string.Join("、", a.People.Select(p => p.Person.Birth?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "")),
        a.Contact.Phone, a.Contact.Mail, a.Contact.Address, Wording.Of(a.Contact.By), a.OfferUntil, a.Note,
    ];
}
