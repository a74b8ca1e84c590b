using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Courses.ProgramTypes;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>A new course begins with hall, kind, year and title; the rest follows on its edit page.</summary>
[Authorize(CoursesModule.Manage)]
internal sealed class NewModel(CoursesDb db, ProgramTypeList types, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public IEnumerable<Choice> Types => types.All.Select(t => new Choice(t.Key, t.Label));

    public IEnumerable<Choice> Years => Enumerable.Range(FiscalYear.Of(clock.Today()).Year, 2).Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), new FiscalYear(y).ToString()));

    public async Task<IActionResult?> LoadAsync()
    {
        Halls = [.. (await directory.GetAsync()).All.Where(h => scope.Contains(h.Id)).Select(h => new Choice(h.Id.ToString(), h.ShortName))];
        return null;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.FiscalYear = FiscalYear.Of(clock.Today()).Year;
        Input.ProgramType = types.All[0].Key;
        Input.HallId = Halls.Count == 1 ? Guid.Parse(Halls[0].Value) : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.HallId is not { } hallId || !scope.Contains(hallId) || (await directory.GetAsync()).Find(hallId) is not { } hall)
        {
            throw new RuleBroken("館を選んでください", "Input.HallId");
        }

        var type = types.Find(Input.ProgramType) ?? throw new RuleBroken("区分を選んでください", "Input.ProgramType");
        var number = JapaneseText.Clean(Input.Number) is { Length: > 0 } given ? given : await CourseNumbers.NextAsync(db, Input.FiscalYear, hall);
        var course = new Course(number, hall.Id, type.Key, Input.FiscalYear, JapaneseText.Clean(Input.Title));
        course.Edit(0, course.Title, course.Recruitment with { Intake = type.Intakes.First(i => i != Contracts.Intake.Draw) }, course.Eligibility, []);
        db.Courses.Add(course);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"講座番号 {course.Number} で作りました。続けて内容を入力してください。");
        return Redirect($"/staff/courses/{course.Id}/edit");
    }

    public sealed class InputModel
    {
        [Display(Name = "講座名")]
        [Required]
        [StringLength(100)]
        public string Title { get; set; } = "";

        [Display(Name = "館")]
        public Guid? HallId { get; set; }

        [Display(Name = "区分")]
        public string ProgramType { get; set; } = "";

        [Display(Name = "年度")]
        [Range(2000, 2200)]
        public int FiscalYear { get; set; }

        [Display(Name = "講座番号")]
        [StringLength(40)]
        public string? Number { get; set; }
    }
}
