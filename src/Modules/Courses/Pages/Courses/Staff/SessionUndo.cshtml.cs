using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Takes the heads of a session back that was counted by mistake.</summary>
[Authorize(CoursesModule.RollCallPermission)]
internal sealed class SessionUndoModel(CoursesDb db, CourseLock courseLock, IClosedPeriods closedPeriods) : SessionPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What is taken back: the page that is shown again after a refusal shows, and takes back, what is so now.</summary>
    public string Mark { get; private set; } = "";

    public int Heads { get; private set; }

    /// <summary>Reports that are final already.</summary>
    public IReadOnlyList<string> Closed { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.SingleOrDefault(s => s.Id == SessionId) is not { } session)
        {
            return NotFound();
        }

        // Pressed twice, it is planned already.
        if (session.State != SessionState.Planned)
        {
            if (session.State != SessionState.Held || Input.Shown != Attendance.Mark(session, await RowsAsync()))
            {
                throw new RuleBroken("ほかの人が先に出席を変更しました。いまの出席を確かめて、やり直してください。");
            }

            course.ReopenSession(SessionId);
            await Db.Attendance.Where(a => a.SessionId == SessionId).ExecuteDeleteAsync();
            await Db.SaveChangesAsync();
        }

        Notice.Say(Response, "出席を取り消して、予定に戻しました。" + StaffWords.AfterClosing(await closedPeriods.AtAsync(session.Date)));
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (await base.LoadMoreAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var rows = await RowsAsync();
        (Heads, Mark) = (rows.Sum(r => r.Count), Attendance.Mark(Session, rows));
        Closed = await closedPeriods.AtAsync(Session.Date);
        return null;
    }

    private Task<List<Attendance>> RowsAsync() => Db.Attendance.AsNoTracking().Where(a => a.SessionId == SessionId && a.CourseId == Id).ToListAsync();

    public sealed class InputModel
    {
        /// <summary>The mark of the roll call that was shown.</summary>
        public string? Shown { get; set; }
    }
}
