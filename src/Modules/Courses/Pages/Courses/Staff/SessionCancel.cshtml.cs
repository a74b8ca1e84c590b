using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Calls one session off; the reason is kept and shown to residents.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class SessionCancelModel(CoursesDb db, CourseLock courseLock) : SessionPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await courseLock.TakeAsync(Id) is not { } course || course.Sessions.All(s => s.Id != SessionId))
        {
            return NotFound();
        }

        course.CancelSession(SessionId, JapaneseText.Clean(Input.Reason));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "この回を中止にしました。参加する方に知らせてください。");
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
