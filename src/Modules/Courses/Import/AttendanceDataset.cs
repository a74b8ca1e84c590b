using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Import;

/// <summary>
/// Sessions and the heads counted at them. A row's key is 講座番号, 回, 年齢区分 and 性別; a cancelled session is one row
/// with nobody.
/// </summary>
internal sealed class AttendanceDataset(CoursesDb db, TimeProvider clock) : IImportDataset
{
    public string Name => "attendance";

    public string Label => "講座の出席";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("講座番号", true),
        new("回", true, "回数", "回次"),
        new("開催日", true, "実施日"),
        new("状態", true),
        new("年齢区分", true, "年代"),
        new("性別", true),
        new("延べ人数", true, "人数", "参加者数"),
    ];

    public async Task<IImportRun> BeginAsync(CancellationToken cancellation)
    {
        var courses = await db.Courses.Select(c => new KnownCourse(c.Id, c.Number, c.FiscalYear, c.State)).ToDictionaryAsync(c => c.Number, cancellation);
        return new AttendanceRun(db, clock.Today(), courses);
    }
}

internal sealed record KnownCourse(Guid Id, string Number, int FiscalYear, CourseState State);

internal sealed class AttendanceRun(CoursesDb db, DateOnly today, Dictionary<string, KnownCourse> courses) : IImportRun
{
    private const int Batch = 2000;
    private const int CoursesAtOnce = 300;

    private static readonly Dictionary<string, SessionState> States = new() { ["開催"] = SessionState.Held, ["中止"] = SessionState.Cancelled };
    private static readonly Dictionary<string, string> Bands = AgeBands.All.ToDictionary(b => b);
    private static readonly Dictionary<string, string> Genders = AgeBands.Genders.ToDictionary(g => g);

    private readonly Dictionary<(Guid Course, int Number), KnownSession> sessions = [];
    private readonly Dictionary<(Guid Session, string Band, string Gender), Attendance> tallies = [];
    private readonly Dictionary<(Guid Course, int Number, string Band, string Gender), int> rows = [];
    private readonly HashSet<Guid> byName = [];
    private readonly HashSet<int> years = [];
    private readonly HashSet<Guid> changed = [];
    private int unsaved;

    public async ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation)
    {
        var number = row.Code("講座番号", 40);
        var course = courses.GetValueOrDefault(number);
        if (course is null && number.Length > 0)
        {
            row.Refuse($"講座番号「{row.Shown("講座番号")}」の講座はありません。先に講座を取り込んでください。");
        }

        var turn = row.Int("回", 1, 999);
        var date = row.Date("開催日");
        var state = row.OneOf("状態", States);
        var isHeld = state == SessionState.Held;
        var band = row.IsEmpty("年齢区分") && !isHeld ? AgeBands.Unknown : row.OneOf("年齢区分", Bands);
        var gender = row.IsEmpty("性別") && !isHeld ? AgeBands.Unknown : row.OneOf("性別", Genders);
        var count = row.IsEmpty("延べ人数") && !isHeld ? 0 : row.Int("延べ人数", 0, 100_000);
        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        await LoadYearAsync(course!.FiscalYear, cancellation);
        var known = sessions.GetValueOrDefault((course.Id, turn));
        Judge(row, course, known, turn, date, state, band!, gender!, count);
        if (row.IsWrong)
        {
            return row.Settle(default);
        }

        rows.Add((course.Id, turn, band!, gender!), row.Number);
        var verdict = Take(course, known, row.Number, turn, date, state, band!, gender!, count);
        if (unsaved >= Batch)
        {
            await SaveAsync(cancellation);
        }

        return row.Settle(verdict);
    }

    public async Task FinishAsync(CancellationToken cancellation)
    {
        await SaveAsync(cancellation);
        foreach (var ids in changed.Chunk(CoursesAtOnce))
        {
            foreach (var course in await db.Courses.Include(c => c.Sessions).Where(c => ids.Contains(c.Id)).ToListAsync(cancellation))
            {
                course.Recount();
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private void Judge(ImportRow row, KnownCourse course, KnownSession? known, int turn, DateOnly date, SessionState state, string band, string gender, int count)
    {
        if (rows.TryGetValue((course.Id, turn, band, gender), out var first))
        {
            row.Refuse($"{first}行目と、講座番号・回・年齢区分・性別が同じです。");
        }

        if (known is { Row: { } earlier } && known.Session.Date != date)
        {
            row.Refuse($"{earlier}行目の同じ回と、開催日が違います。");
        }

        if (known is { Row: { } other } && known.Session.State != state)
        {
            row.Refuse($"{other}行目の同じ回と、状態が違います。");
        }

        if (known is { Row: null } && known.Session.Date != date)
        {
            row.Doubt($"{turn}回の開催日が{known.Session.Date.Long()}から{date.Long()}に変わります。");
        }

        if (known is { Row: null, Session.State: SessionState.Cancelled } && state == SessionState.Held)
        {
            row.Doubt($"{turn}回は中止になっています。開催に変わります。");
        }

        if (state == SessionState.Cancelled && count > 0)
        {
            row.Refuse($"中止の回に延べ人数「{row.Shown("延べ人数")}」があります。");
        }

        if (state == SessionState.Held && date > today)
        {
            row.Refuse($"開催日「{row.Shown("開催日")}」はまだ来ていません。");
        }

        if (known is not null && byName.Contains(known.Session.Id))
        {
            row.Refuse("この回には、名簿で出席がつけてあります。講座のページで変更してください。");
        }

        if (!new FiscalYear(course.FiscalYear).Period.Contains(date))
        {
            row.Doubt($"開催日「{row.Shown("開催日")}」は{new FiscalYear(course.FiscalYear)}の日ではありません。");
        }

        if (course.State == CourseState.Cancelled && state == SessionState.Held)
        {
            row.Doubt("この講座は中止になっています。");
        }
    }

    private Verdict Take(KnownCourse course, KnownSession? known, int row, int turn, DateOnly date, SessionState state, string band, string gender, int count)
    {
        var (isNew, isSame) = (known is null, known is not null && known.Session.Date == date && known.Session.State == state);
        if (known is null)
        {
            known = new KnownSession(new Session(course.Id, turn, date, null, null, null, ""));
            known.Session.TakeFromImport(date, state);
            sessions.Add((course.Id, turn), known);
            db.Sessions.Add(known.Session);
        }
        else if (!isSame)
        {
            Change(known.Session, s => s.TakeFromImport(date, state));
        }

        known.Row ??= row;
        if (!isSame)
        {
            changed.Add(course.Id);
            unsaved++;
        }

        if (state == SessionState.Cancelled)
        {
            Empty(known.Session);
            return isNew ? Verdict.New : isSame ? Verdict.Unchanged : Verdict.Update;
        }

        if (!tallies.TryGetValue((known.Session.Id, band, gender), out var tally))
        {
            tally = new Attendance(known.Session, band, gender, count);
            tallies.Add((known.Session.Id, band, gender), tally);
            db.Attendance.Add(tally);
            unsaved++;
            return Verdict.New;
        }

        if (tally.Count != count)
        {
            Change(tally, t => t.Count = count);
            unsaved++;
            return Verdict.Update;
        }

        return isSame ? Verdict.Unchanged : Verdict.Update;
    }

    /// <summary>A session that turns out to be cancelled has no heads.</summary>
    private void Empty(Session session)
    {
        foreach (var key in AgeBands.All.SelectMany(b => AgeBands.Genders.Select(g => (session.Id, b, g))))
        {
            if (tallies.Remove(key, out var tally))
            {
                db.Attendance.Remove(tally);
                unsaved++;
            }
        }
    }

    /// <summary>One query for each fiscal year the file speaks of, not one for each row.</summary>
    private async ValueTask LoadYearAsync(int year, CancellationToken cancellation)
    {
        if (!years.Add(year))
        {
            return;
        }

        var ofYear = db.Sessions.AsNoTracking().Where(s => db.Courses.Any(c => c.Id == s.CourseId && c.FiscalYear == year));
        await foreach (var session in ofYear.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            sessions.TryAdd((session.CourseId, session.Number), new KnownSession(session));
        }

        await foreach (var heads in db.Attendance.AsNoTracking().Where(a => ofYear.Any(s => s.Id == a.SessionId)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (heads.EnrolmentId is not null)
            {
                byName.Add(heads.SessionId);
            }
            else
            {
                tallies.TryAdd((heads.SessionId, heads.AgeBand, heads.Gender), heads);
            }
        }
    }

    private void Change<T>(T row, Action<T> change)
        where T : class
    {
        var entry = db.Entry(row);
        if (entry.State == EntityState.Detached)
        {
            entry.State = EntityState.Unchanged;
        }

        change(row);
        entry.DetectChanges();
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await Saving.SaveAsync(db, cancellation);
        unsaved = 0;
    }

    /// <summary>A session of the database, and the file's row that spoke of it first.</summary>
    private sealed class KnownSession(Session session)
    {
        public Session Session { get; } = session;

        public int? Row { get; set; }
    }
}
