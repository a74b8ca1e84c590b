using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>The groups on record, narrowed and sorted by the address.</summary>
[Authorize(PeopleModule.Find)]
internal sealed class ListModel(PeopleDb db, IGrants grants, IAudit audit, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    private static readonly TableColumn[] Columns = ["団体", "フリガナ", "種類", "代表者", "人数", "電話番号", "登録の始まり", "期限", "登録"];

    public string? Q { get; private set; }

    public GroupKind? Kind { get; private set; }

    public string? Todo { get; private set; }

    public IReadOnlyList<Group> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public int Count { get; private set; }

    public int PageNo { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public DateOnly Today { get; } = clock.Today();

    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, GroupKind? kind, string? todo, string? sort, bool desc, int p = 1, TableFormat? format = null)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        (Q, Kind, Todo) = (q, kind, todo);
        var groups = Order(Narrow(), sort, desc).Include(g => g.Members).AsSplitQuery().AsNoTracking();
        Count = await Narrow().CountAsync();
        PageNo = Math.Clamp(p, 1, Math.Max(1, Pages));
        Rows = await (format is null ? groups.Skip((PageNo - 1) * Size).Take(Size) : groups).ToListAsync();
        Names = await db.NamesAsync(Rows.Select(g => g.Representative?.PersonId).OfType<Guid>());
        await audit.SawAsync(format is null ? Act.View : Act.Export, "団体の一覧", Names.Keys);
        MayManage = !(await grants.HallsWhereAsync(User, PeopleModule.Manage)).IsEmpty;
        return format is { } file ? await this.TableAsync(new Table("団体", Columns, Rows.Select(Line)), file, "団体一覧") : Page();
    }

    /// <summary>This list with the same conditions, as a file.</summary>
    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private IQueryable<Group> Narrow()
    {
        var key = JapaneseText.SearchKey(Q);
        var (today, soon) = (Today, Today.AddMonths(1));
        return db.Groups.Where(g => (key == "" || g.NameKey.Contains(key) || g.KanaKey.Contains(key)) && (Kind == null || g.Details.Kind == Kind)
            && (Todo != "renew" || (g.Details.ValidUntil >= today && g.Details.ValidUntil <= soon)) && (Todo != "over" || g.Details.ValidUntil < today));
    }

    private static IQueryable<Group> Order(IQueryable<Group> groups, string? sort, bool desc) => (sort, desc) switch
    {
        ("until", false) => groups.OrderBy(g => g.Details.ValidUntil).ThenBy(g => g.Id),
        ("until", true) => groups.OrderByDescending(g => g.Details.ValidUntil).ThenBy(g => g.Id),
        ("name", true) => groups.OrderByDescending(g => g.KanaKey).ThenByDescending(g => g.NameKey).ThenBy(g => g.Id),
        _ => groups.OrderBy(g => g.KanaKey).ThenBy(g => g.NameKey).ThenBy(g => g.Id),
    };

    private IReadOnlyList<object?> Line(Group g) =>
    [
        g.Details.Name, g.Details.Kana, Wording.Of(g.Details.Kind), g.Representative is { } r ? Names[r.PersonId] : null, g.Roster.Count(), g.Details.Phone,
        g.Details.ValidFrom, g.Details.ValidUntil, g.StatusOn(Today).Word,
    ];
}
