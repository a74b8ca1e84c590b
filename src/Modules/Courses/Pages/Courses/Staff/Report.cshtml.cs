using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Writes down what came of a course that is over.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class ReportModel(CoursesDb db, CourseLock courseLock, TimeProvider clock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>延べ</summary>
    public int Heads { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        course.Report(JapaneseText.Clean(Input.Text), clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, "報告しました");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Heads = await Db.Attendance.Where(a => a.CourseId == Id).SumAsync(a => a.Count);
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "成果とこれから")]
        [StringLength(4000)]
        [DataType(DataType.MultilineText)]
        public string? Text { get; set; }
    }
}
