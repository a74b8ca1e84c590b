using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Import;

/// <summary>Courses of past years, as halls keep them in spreadsheets. A row's key is its 講座番号.</summary>
internal sealed class CoursesDataset(CoursesDb db, IHallDirectory halls, ProgramTypeList types) : IImportDataset
{
    public string Name => "courses";

    public string Label => "講座";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("講座番号", true),
        new("館番号", true, "館"),
        new("種別", true),
        new("講座名", true, "講座名称"),
        new("年度", true),
        new("定員", false, "定員数", "募集人数"),
        new("申込方法", false),
        new("申込者数", false, "応募者数"),
        new("タグ", false),
    ];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        // A number is unique in the city, also where this user may not look.
        var known = await db.Courses.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(c => c.Number, cancellation);
        return new CoursesRun(db, await halls.GetAsync(cancellation), types, known);
    }
}

internal sealed class CoursesRun(CoursesDb db, HallDirectory halls, ProgramTypeList types, Dictionary<string, Course> known) : IImportRun
{
    private const int Batch = 1000;

    private static readonly Dictionary<string, Intake> Intakes = new() { ["先着"] = Intake.FirstCome, ["抽選"] = Intake.Draw, ["申込不要"] = Intake.None };

    private readonly Dictionary<string, int> rows = [];
    private readonly Dictionary<string, HallRef?> hallOf = [];
    private int unsaved;

    public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
    {
        var number = row.Code("講座番号", 40);
        if (number.Length > 0 && !rows.TryAdd(number, row.Number))
        {
            row.Refuse($"講座番号「{number}」は{rows[number]}行目にもあります。");
        }

        var hall = HallOf(row);
        var type = TypeOf(row);
        var title = row.Text("講座名", 200);
        var year = YearOf(row);
        var capacity = row.OptionalInt("定員", 0, 10_000);
        var intake = row.IsEmpty("申込方法") ? type?.Intakes[0] ?? Intake.None : row.OneOf("申込方法", Intakes);
        var applicants = row.OptionalInt("申込者数", 0, 100_000);
        var tags = row.Raw("タグ").Split([';', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(JapaneseText.Clean).Distinct().ToList();
        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        if (!type!.Intakes.Contains(intake))
        {
            row.Doubt($"{type.Label}の申込方法に「{row.Raw("申込方法")}」はありません。");
        }

        var isNew = !known.TryGetValue(number, out var course);
        course ??= new Course(number, hall!.Id, type.Key, year, title);
        var places = capacity == 0 ? null : capacity;
        if (!isNew && IsSame(course))
        {
            return row.Settle(Verdict.Unchanged);
        }

        if (!db.Scope.Contains(course.HallId) || !db.Scope.Contains(hall!.Id))
        {
            row.Refuse("ほかの館の講座は取り込めません。");
        }
        else if (course.Enrolled + course.Offered + course.Waiting + course.InDraw > 0)
        {
            row.Refuse($"講座番号「{number}」には申し込みがあります。講座のページで変更してください。");
        }

        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        if (isNew)
        {
            known.Add(number, course);
            db.Courses.Add(course);
        }
        else
        {
            db.Attach(course);
        }

        course.TakeFromImport(title, type.Key, hall!.Id, year, intake, places, applicants, tags);
        db.Entry(course).DetectChanges();
        if (++unsaved >= Batch)
        {
            await FinishAsync(cancellation);
        }

        return row.Settle(isNew ? Verdict.New : Verdict.Update);

        bool IsSame(Course c) => c.Title == title && c.ProgramType == type.Key && c.HallId == hall!.Id && c.FiscalYear == year && c.Recruitment.Intake == intake
            && c.Recruitment.Capacity == places && c.StatedApplicants == applicants && c.Tags.SequenceEqual(tags) && c.State != CourseState.Draft;
    }

    public async Task FinishAsync(CancellationToken cancellation)
    {
        await Saving.SaveAsync(db, cancellation);
        unsaved = 0;
    }

    private HallRef? HallOf(ImportRow row)
    {
        var no = row.Code("館番号", 10);
        if (!hallOf.TryGetValue(no, out var hall))
        {
            hallOf[no] = hall = halls.FindByNo(no) ?? halls.FindByNo(no.TrimStart('0')) ?? halls.All.FirstOrDefault(h => h.Name == no || h.ShortName == no);
        }

        if (hall is null && no.Length > 0)
        {
            row.Refuse($"館番号「{row.Shown("館番号")}」の館はありません。");
        }

        return hall;
    }

    private IProgramType? TypeOf(ImportRow row)
    {
        var key = row.Code("種別", 60);
        var type = types.Find(key) ?? types.All.FirstOrDefault(t => t.Label == key);
        if (type is null && key.Length > 0)
        {
            row.Refuse($"種別「{row.Shown("種別")}」はありません。");
        }

        return type;
    }

    /// <summary>2014, 平成26, H26年度.</summary>
    private static int YearOf(ImportRow row)
    {
        var text = row.Code("年度", 20);
        var bare = text.TrimEnd('度').TrimEnd('年');
        if (text.Length > 0 && JapaneseEra.TryParse($"{bare}年4月1日") is { Year: >= 1946 and <= 2100 } first)
        {
            return first.Year;
        }

        if (text.Length > 0)
        {
            row.Refuse($"年度「{row.Shown("年度")}」という年度はありません。");
        }

        return 0;
    }
}

/// <summary>Saves many rows without looking at each of them again and again.</summary>
internal static class Saving
{
    public static async Task SaveAsync(CoursesDb db, CancellationToken cancellation)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        db.ChangeTracker.Clear();
    }
}
