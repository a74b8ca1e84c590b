using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed class BookModel(BareDb db) : PageModel
{
    public string Title { get; private set; } = "";

    public async Task OnGetAsync(Guid course) => Title = await db.Courses.Where(c => c.Id == course).Select(c => c.Title).SingleAsync();

    public async Task<IActionResult> OnPostAsync(Guid course, string name, string phone)
    {
        db.Bookings.Add(new Booking { CourseId = course, Name = name, Phone = phone });
        await db.SaveChangesAsync();
        return Redirect($"/book?course={course}");
    }
}
