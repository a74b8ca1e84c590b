using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>What somebody said on the telephone to the seat they were offered.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationAnswerModel(CoursesDb db, CourseLock courseLock, IAudit audit, TimeProvider clock) : ApplicationPage(db, courseLock, audit, clock)
{
    public static readonly IReadOnlyList<Choice> Answers = [new("true", "参加する", "席が決まります。"), new("false", "参加しない", "席は、次に待っている方に案内します。")];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => ChangeSeatsAsync((course, application) =>
    {
        if (Input.Comes == true)
        {
            course.AcceptOffer(application, Now);
        }
        else
        {
            course.Withdraw(application, [.. application.People.Where(p => p.State == EnrolmentState.Offered)]);
        }

        Notice.Say(Response, Input.Comes == true ? "参加が決まりました" : "席を次の方に回しました");
    });

    public sealed class InputModel
    {
        [Display(Name = "返事")]
        [Required(ErrorMessage = "返事を選んでください")]
        public bool? Comes { get; set; }
    }
}
