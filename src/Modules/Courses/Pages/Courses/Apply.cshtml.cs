using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>申込 1/3: who comes and how to reach them. What is typed waits on the server under a key in a cookie.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyModel(CoursesDb db, ApplyQueries queries, ProgramTypeList types, IFamilyRecords families, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public ApplyInput Input { get; set; } = new();

    public Course Course { get; private set; } = null!;

    public string? WhyNot { get; private set; }

    /// <summary>Those the resident who is signed in may fill the form in for at one press.</summary>
    public IReadOnlyList<FamilyRecord> Family { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int people = 1, Guid? who = null)
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (await DraftCookie.FindAsync(HttpContext, db, queries, Id) is { ApplicationId: null } draft)
        {
            Input = ApplyInput.From(draft.Json);
        }

        if (Family.FirstOrDefault(f => f.PersonId == who) is { } member)
        {
            Input.FillIn(member.Details, Family[0].Details);
        }

        people = Math.Clamp(people, Math.Min(Input.People.Count, Course.Recruitment.GroupLimit), Course.Recruitment.GroupLimit);
        Input.People.AddRange(Enumerable.Range(0, people - Math.Min(people, Input.People.Count)).Select(_ => new ApplyInput.Person()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (WhyNot is not null)
        {
            throw new RuleBroken(WhyNot);
        }

        if (Input.People.Count > Course.Recruitment.GroupLimit)
        {
            throw new RuleBroken($"いっしょに申し込めるのは{Course.Recruitment.GroupLimit}人までです。");
        }

        var type = types.Of(Course.ProgramType);
        for (var i = 0; i < Input.People.Count; i++)
        {
            if (Course.WhyNotTake(Input.People[i].ToApplicant(), type) is { } why)
            {
                throw new RuleBroken(why, $"Input.People[{i}].Birth");
            }
        }

        await DraftCookie.KeepAsync(HttpContext, db, queries, Id, Input.ToJson(), clock.UtcNow());
        return Redirect($"/courses/{Id}/apply/confirm");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await queries.PublishedAsync(db, Id) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        WhyNot = course.WhyNotApply(clock.UtcNow());
        Family = User.ResidentId() is { } account ? await families.OfAsync(account) : [];
        return null;
    }
}
