using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed class ConfirmModel(BareDb db) : PageModel
{
    public string Title { get; private set; } = "";

    public ApplyInput Input { get; private set; } = new();

    public async Task OnGetAsync(Guid course, Guid typed)
    {
        Title = await db.Courses.Where(c => c.Id == course).Select(c => c.Title).SingleAsync();
        Input = JsonSerializer.Deserialize<ApplyInput>(await db.Typed.Where(t => t.Id == typed).Select(t => t.Json).SingleAsync())!;
    }

    public async Task<IActionResult> OnPostAsync(Guid course, Guid typed)
    {
        await OnGetAsync(course, typed);
        var booking = new Booking { CourseId = course, Name = Input.People[0].FamilyName + Input.People[0].GivenName, Phone = Input.Phone };
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        return Redirect($"/apply/done?booking={booking.Id}");
    }
}
