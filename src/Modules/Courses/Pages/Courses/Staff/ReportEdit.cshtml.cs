using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Puts the words of a report right; its numbers come from the attendance.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class ReportEditModel(CoursesDb db, CourseLock courseLock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        Input = Course is null ? Input : new() { Version = Course.Version, Text = Course.ReportText };
        return result;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        course.CorrectReport(Input.Version, JapaneseText.Clean(Input.Text));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "報告の文を直しました");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [HiddenInput]
        public int Version { get; set; }

        [Display(Name = "成果とこれから")]
        [StringLength(4000)]
        [DataType(DataType.MultilineText)]
        public string? Text { get; set; }
    }
}
