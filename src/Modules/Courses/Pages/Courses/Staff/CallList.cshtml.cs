using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>電話・はがき連絡表: who must be told what, and who was told.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class CallListModel(CoursesDb db, IAudit audit, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Application> Rows { get; private set; } = [];

    public int Told { get; private set; }

    public IEnumerable<Application> ToTell => Rows.Where(a => !WasTold(a));

    /// <summary>What they are told, in the words of the note that says it was done.</summary>
    public string News(Application a) => NewsOf(Course, a);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var told = await Db.Applications.Where(a => a.CourseId == Id && Input.Told.Contains(a.Id)).ToListAsync();
        foreach (var application in told)
        {
            application.Note = $"{application.Note}\n{Mark(Course, application)} {clock.Today().Short()} {User.Identity?.Name}".Trim();
        }

        await Db.SaveChangesAsync();
        Notice.Say(Response, $"{told.Count}件を連絡済みにしました");
        return Redirect($"{Home}/call-list");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        var slips = await Db.Applications.AsNoTracking().Where(a => a.CourseId == Id).ToListAsync();
        Rows = [.. slips.Where(a => a.Contact.By != ContactBy.Mail && a.State is not (EnrolmentState.Withdrawn or EnrolmentState.InDraw))
            .OrderBy(a => a.State != EnrolmentState.Offered).ThenBy(a => a.OfferUntil).ThenBy(a => a.State).ThenBy(a => a.Rank).ThenBy(a => a.AppliedAt)];
        Told = Rows.Count(WasTold);
        await audit.SawAsync(Act.View, "電話・はがき連絡表", Course.HallId, Rows.SelectMany(a => a.People));
        return null;
    }

    private bool WasTold(Application a) => a.Note.Contains(Mark(Course, a), StringComparison.Ordinal);

    private static string Mark(Course course, Application a) => $"連絡済み：{NewsOf(course, a)}";

    private static string NewsOf(Course course, Application a) => (course.State, a.State) switch
    {
        (CourseState.Cancelled, _) => "講座の中止",
        (_, EnrolmentState.Offered) => $"空いた席の案内（{StaffWords.Moment(a.OfferUntil)}まで）",
        (_, EnrolmentState.Enrolled) => "参加の決定",
        (_, EnrolmentState.Waiting) => "キャンセル待ち",
        _ => "案内の期限切れ",
    };

    public sealed class InputModel
    {
        public List<Guid> Told { get; set; } = [];
    }
}
