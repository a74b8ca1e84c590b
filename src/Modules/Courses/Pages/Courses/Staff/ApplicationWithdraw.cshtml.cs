using System.ComponentModel.DataAnnotations;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>Takes one or all of a slip's people back; their seats go on to who waits.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplicationWithdrawModel(CoursesDb db, CourseLock courseLock, IAudit audit, TimeProvider clock) : ApplicationPage(db, courseLock, audit, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Enrolment> Live => Application.People.Where(p => p.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed));

    public IEnumerable<Choice> People => Live.Select(p => new Choice(p.Id.ToString(), p.Person.Name, StaffWords.Of(p.State).Word));

    public override async Task<IActionResult> OnGetAsync()
    {
        var result = await base.OnGetAsync();
        if (Application is not null)
        {
            Input.People = [.. Live.Select(p => p.Id)];
        }

        return result;
    }

    public Task<IActionResult> OnPostAsync() => ChangeSeatsAsync((course, application) =>
    {
        var people = application.People.Where(p => Input.People.Contains(p.Id)).ToList();
        if (people.Count == 0)
        {
            throw new RuleBroken("取り消す方を選んでください", "Input.People");
        }

        course.Withdraw(application, people);
        Notice.Say(Response, $"{people.Count}人を取り消しました");
    });

    public sealed class InputModel
    {
        [Display(Name = "取り消す方")]
        public List<Guid> People { get; set; } = [];
    }
}
