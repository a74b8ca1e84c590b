using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>What the election commission passed on: the room is taken at once, and the hall answers by the day before.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingNewModel(TakeMeeting take, Alternatives alternatives, IRooms rooms, IHallDirectory directory, HallScope scope) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public MeetingLimits Limits { get; private set; } = null!;

    /// <summary>Rooms that are free when the one that was asked for is not.</summary>
    public IReadOnlyList<Alternative>? Elsewhere { get; private set; }

    public string? HallNo { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await rooms.FindAsync(Input.RoomId!.Value) is not { } room || !scope.Contains(room.HallId))
        {
            throw new RuleBroken("部屋を選び直してください。", "Input.RoomId");
        }

        var slot = new RoomSlot(room.Id, Input.Date!.Value, Input.From!.Value, Input.To!.Value);
        var candidacy = new Candidacy(Input.Election, Input.Candidate, Input.Kana, Input.Phone);
        var meeting = await take.EnterAsync(room, slot, candidacy, Input.ReceivedOn!.Value.ToUtc(Input.ReceivedAt!.Value), User.Identity?.Name ?? "");
        Notice.Say(Response, $"部屋を取りました。{meeting.AnswerBy.Long()}までに、使えるかを回答してください。");
        return Redirect($"/staff/election-meetings/{meeting.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var (choices, halls) = (new List<Choice>(), await directory.GetAsync());
        foreach (var hall in halls.All.Where(h => scope.Contains(h.Id)))
        {
            choices.AddRange((await rooms.OfHallAsync(hall.Id)).Where(r => !r.IsLibrary).Select(r => new Choice(r.Id.ToString(), $"{hall.ShortName}　{r.Name}（{r.Capacity}人まで）")));
        }

        (Rooms, Limits) = (choices, await take.LimitsAsync());
        if (ModelState.TryGetValue("", out var whole) && whole.Errors.Count > 0 && Input is { RoomId: { } id, Date: { } date, From: { } from, To: { } to } && await rooms.FindAsync(id) is { } room && scope.Contains(room.HallId))
        {
            (Elsewhere, HallNo) = (await alternatives.FindAsync(room, new RoomSlot(id, date, from, to)), halls.Find(room.HallId)?.No);
        }

        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "部屋")]
        public Guid? RoomId { get; set; }

        [Required, Display(Name = "開催日")]
        public DateOnly? Date { get; set; }

        [Required, Display(Name = "始まり")]
        public TimeOnly? From { get; set; }

        [Required, Display(Name = "終わり")]
        public TimeOnly? To { get; set; }

        [Required, Display(Name = "選挙の名前"), StringLength(Candidacy.LongestElection)]
        public string Election { get; set; } = "";

        [Required, Display(Name = "候補者の氏名"), StringLength(Candidacy.LongestName)]
        public string Candidate { get; set; } = "";

        [Required, Display(Name = "フリガナ"), StringLength(Candidacy.LongestName)]
        public string Kana { get; set; } = "";

        [Required, Display(Name = "連絡先の電話番号"), StringLength(40)]
        public string Phone { get; set; } = "";

        [Required, Display(Name = "受け付けた日")]
        public DateOnly? ReceivedOn { get; set; }

        [Required, Display(Name = "受け付けた時刻")]
        public TimeOnly? ReceivedAt { get; set; }
    }
}
