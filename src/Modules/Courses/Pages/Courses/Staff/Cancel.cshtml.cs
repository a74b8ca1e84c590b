using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Calls the whole course off and shows who must be told.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class CancelModel(CoursesDb db, CourseLock courseLock) : CoursePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course)
        {
            return NotFound();
        }

        course.Cancel(JapaneseText.Clean(Input.Reason));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "講座を中止にしました。申し込んだ方に知らせてください。");
        return Redirect($"{Home}/call-list");
    }

    public sealed class InputModel
    {
        [Display(Name = "中止の理由")]
        [Required]
        [StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
