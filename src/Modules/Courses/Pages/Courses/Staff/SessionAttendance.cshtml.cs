using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Who came: ticks by name and a tally of who is on no roll, on one screen and saved as one.</summary>
[Authorize(CoursesModule.RollCallPermission)]
internal sealed class SessionAttendanceModel(CoursesDb db, CourseLock courseLock, IAudit audit, ProgramTypeList types, IClosedPeriods closedPeriods, TimeProvider clock) : SessionPage(db)
{
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    /// <summary>Begins with everybody ticked.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Who holds a place, and who came though they gave it up since, by kana.</summary>
    public IReadOnlyList<Enrolment> Roll { get; private set; } = [];

    public IReadOnlyList<Attendance> Saved { get; private set; } = [];

    /// <summary>Reports that are final already, and will not move by what is saved here.</summary>
    public IReadOnlyList<string> Closed { get; private set; } = [];

    public bool TallyFirst => types.Of(Course.ProgramType).RollCall == RollCall.Tally || Roll.Count == 0;

    public bool IsAhead => Session.Date > clock.Today();

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        Input = Session is null ? Input : AttendanceInput.From(Session, Saved);
        Input.Present = All ? [.. Roll.Select(e => e.Id)] : Input.Present;
        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return NotFound();
        }

        var before = Attendance.Mark(session, await Db.Attendance.AsNoTracking().Where(a => a.SessionId == SessionId).ToListAsync());
        session.Hold(clock.Today());
        if (Input.IsEmpty)
        {
            throw new RuleBroken("印か人数を入れてください。だれも来なかった回は、人数のどこかに0を入れます。", "Input.Heads[0]");
        }

        var named = (await RollAsync()).Where(e => Input.Present.Contains(e.Id)).Select(e => new Attendance(session, e)).ToList();
        if (named.Count != Input.Present.Distinct().Count())
        {
            throw new RuleBroken("名簿が変わりました。印を確かめて、もう一度保存してください。");
        }

        var tally = Input.Tally(session).ToList();
        if (Input.Shown != before && Attendance.Mark(session, [.. named, .. tally]) != before)
        {
            throw new RuleBroken("ほかの人が先に出席を変更しました。ページを開き直して、もう一度入力してください。");
        }

        await Db.Attendance.Where(a => a.SessionId == SessionId).ExecuteDeleteAsync();
        Db.Attendance.AddRange(named);
        Db.Attendance.AddRange(tally);
        await Db.SaveChangesAsync();
        Notice.Say(Response, $"出席を保存しました。名簿から{named.Count}人、名簿のほか{tally.Sum(t => t.Count)}人、合わせて{named.Count + tally.Sum(t => t.Count)}人です。{StaffWords.AfterClosing(await closedPeriods.AtAsync(session.Date))}");
        return Redirect($"{Home}/sessions/{SessionId}/attendance");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Saved = await Db.Attendance.AsNoTracking().Where(a => a.SessionId == SessionId && a.CourseId == Id).ToListAsync();
        Roll = await RollAsync();
        if (await base.LoadMoreAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Closed = await closedPeriods.AtAsync(Session.Date);
        await audit.SawAsync(Act.View, "出席", Course.HallId, Roll);
        return null;
    }

    private Task<List<Enrolment>> RollAsync() => Db.Enrolments.AsNoTracking()
        .Where(e => e.CourseId == Id && (e.State == EnrolmentState.Enrolled || Db.Attendance.Any(a => a.SessionId == SessionId && a.EnrolmentId == e.Id)))
        .OrderBy(e => e.KanaKey).ThenBy(e => e.Id).ToListAsync();
}
