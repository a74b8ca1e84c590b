using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>弁明 at the desk or on the telephone: keyed as it was said.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class PointAnswerModel(BookingDb db, IRooms rooms, IHallDirectory directory, Points points, IAudit audit, TimeProvider clock) : PointPage(db, rooms, directory, points, audit, clock)
{
    private readonly BookingDb db = db;

    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Case.Hear(Input.Answer, User.Clerk(), Now);
        await db.SaveChangesAsync();
        Notice.Say(Response, "弁明を保存しました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "弁明"), StringLength(PointCase.LongestAnswer), DataType(DataType.MultilineText)]
        public string Answer { get; set; } = "";
    }
}
