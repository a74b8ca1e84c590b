using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Says that one belongs to a group.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class OwnGroupNewModel(BookingDb db, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var own = OwnGroup.Declare(Input.Name, User.Clerk(), clock.Today());
        if (await db.OwnGroups.AnyAsync(o => o.AccountId == own.AccountId && o.PartyKey == own.PartyKey && o.LeftOn == null))
        {
            throw new RuleBroken("この団体は、もう届けています。", "Input.Name");
        }

        db.OwnGroups.Add(own);
        await db.SaveChangesAsync();
        Notice.Say(Response, "団体を届けました。");
        return Redirect("/staff/own-groups");
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public sealed class InputModel
    {
        [Required, Display(Name = "団体の名前"), StringLength(100)]
        public string Name { get; set; } = "";
    }
}
