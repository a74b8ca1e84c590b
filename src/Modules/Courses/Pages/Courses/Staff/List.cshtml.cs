using System.Globalization;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>The courses of the user's halls, narrowed and sorted by the address.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ListModel(CoursesDb db, ProgramTypeList types, IHallDirectory directory, HallScope scope, IGrants grants, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    public CourseFilter Filter { get; private set; } = null!;

    public IReadOnlyList<Course> Courses { get; private set; } = [];

    public int Count { get; private set; }

    public int PageNo { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public IReadOnlyList<HallRef> Mine { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public ProgramTypeList Types => types;

    public DateTime Now { get; } = clock.UtcNow();

    public int? Year => Filter.YearShown(clock.Today());

    public bool MayMake { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, int? year, string? hall, string? type, Phase? state, string? todo, string? sort, bool desc, int p = 1, TableFormat? format = null)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Filter = new CourseFilter(q, year is null or 0 or (>= 1950 and <= 2200) ? year : null, hall, type, state, todo, sort, desc);
        Halls = await directory.GetAsync();
        Mine = [.. Halls.All.Where(h => scope.Contains(h.Id))];
        var courses = Filter.Narrow(db, Halls, Now).AsNoTracking();
        if (format is { } file)
        {
            return await this.TableAsync(new Table("講座", Columns, courses.AsAsyncEnumerable().Select(Line)), file, "講座一覧");
        }

        Count = await courses.CountAsync();
        PageNo = Math.Clamp(p, 1, Math.Max(1, Pages));
        Courses = await courses.Skip((PageNo - 1) * Size).Take(Size).ToListAsync();
        Years = await db.Courses.Select(c => c.FiscalYear).Distinct().OrderByDescending(y => y).ToListAsync();
        MayMake = !(await grants.HallsWhereAsync(User, CoursesModule.Manage)).IsEmpty;
        return Page();
    }

    /// <summary>This list with the same conditions, as a file.</summary>
    public string Export(string format) => Request.Path + Request.QueryString.Add("format", format).ToUriComponent();

    private static readonly TableColumn[] Columns =
        ["講座番号", "館", "区分", "講座名", "年度", "状態", "申込方法", "定員", "確定", "案内中", "待ち", "抽選待ち", "回数", "初回", "最終回"];

    private IReadOnlyList<object?> Line(Course c) =>
    [
        c.Number, Halls.NameOf(c.HallId), types.LabelOf(c.ProgramType), c.Title, c.FiscalYear.ToString(CultureInfo.InvariantCulture), Wording.Of(c.PhaseAt(Now)).Word,
        Wording.Of(c.Recruitment.Intake), c.Recruitment.Capacity, c.Enrolled, c.Offered, c.Waiting, c.InDraw, c.SessionCount, c.FirstDate, c.LastDate,
    ];
}
