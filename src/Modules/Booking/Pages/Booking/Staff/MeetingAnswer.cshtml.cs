using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Cashier.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>What the hall told the election commission: the room can be used, or cannot.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingAnswerModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, TakeMeeting take, TimeProvider clock) : MeetingPage(db, rooms, directory, audit, cashier, clock)
{
    public enum Choosing
    {
        Accept,
        Decline,
    }

    public static readonly IReadOnlyList<Choice> Answers = [new(nameof(Choosing.Accept), "使える"), new(nameof(Choosing.Decline), "使えない")];

    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await take.AnswerAsync(Meeting, Input.Answer == Choosing.Accept, Input.Reason, User.Identity?.Name ?? "");
        Notice.Say(Response, Meeting.IsLive ? "使えると回答したことを記録しました。" : "使えないと回答したことを記録しました。部屋を空けました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "回答")]
        public Choosing? Answer { get; set; }

        [Display(Name = "理由"), StringLength(100)]
        public string? Reason { get; set; }
    }
}
