using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed class ApplyModel(BareDb db) : PageModel
{
    public string Title { get; private set; } = "";

    [BindProperty] public ApplyInput Input { get; set; } = new();

    public async Task OnGetAsync(Guid course) => Title = await db.Courses.Where(c => c.Id == course).Select(c => c.Title).SingleAsync();

    public async Task<IActionResult> OnPostAsync(Guid course)
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync(course);
            return Page();
        }

        var typed = new Typed { CourseId = course, Json = JsonSerializer.Serialize(Input) };
        db.Typed.Add(typed);
        await db.SaveChangesAsync();
        return Redirect($"/apply/confirm?course={course}&typed={typed.Id}");
    }
}

public sealed class ApplyInput
{
    public List<PersonInput> People { get; set; } = [new()];

    [Required, StringLength(40)]
    public string Phone { get; set; } = "";

    public string By { get; set; } = "";

    public bool Agree { get; set; }
}

public sealed class PersonInput
{
    [Required, StringLength(100)]
    public string FamilyName { get; set; } = "";

    public string? GivenName { get; set; }

    [Required, StringLength(100)]
    public string FamilyKana { get; set; } = "";

    public string? GivenKana { get; set; }

    public BirthInput Birth { get; set; } = new();

    public string Gender { get; set; } = "";

    public string Tie { get; set; } = "";
}

public sealed class BirthInput
{
    public string Era { get; set; } = "";

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }
}
