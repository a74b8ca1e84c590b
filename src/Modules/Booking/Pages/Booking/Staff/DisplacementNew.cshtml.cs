using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>館を空ける: from the moment it is saved nobody books there, and who has is offered something else.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class DisplacementNewModel(Displace displace, IRecurringJobs jobs, AppDatabase database, IRooms rooms, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Kinds = [.. new[] { RoomUseKind.Election, RoomUseKind.Shelter, RoomUseKind.Maintenance }.Select(k => new Choice(k.ToString(), Wording.Of(k)))];

    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Whole halls and, after each, its rooms.</summary>
    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var room = await rooms.FindAsync(Input.Place!.Value);
        var hall = room?.HallId ?? Input.Place.Value;
        if (!scope.Contains(hall) || (await directory.GetAsync()).Find(hall) is null)
        {
            throw new RuleBroken("館か部屋を選び直してください。", "Input.Place");
        }

        var displacement = Displacement.Open(hall, room?.Id, Input.From!.Value, Input.To!.Value, Input.Kind, Input.Reason, User.Identity?.Name ?? "", clock.UtcNow());
        await displace.OpenAsync(displacement);
        database.AfterCommit(() =>
        {
            jobs.RunSoon(BookingModule.SettleDisplacementsJob, displacement.OpenedByName);
            return ValueTask.CompletedTask;
        });
        Notice.Say(Response, "館を空けました。予約した方への案内を作っています。");
        return Redirect($"/staff/displacements/{displacement.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var places = new List<Choice>();
        foreach (var hall in (await directory.GetAsync()).All.Where(h => scope.Contains(h.Id)))
        {
            places.Add(new(hall.Id.ToString(), $"{hall.ShortName}　全室"));
            places.AddRange((await rooms.OfHallAsync(hall.Id)).Where(r => !r.IsLibrary).Select(r => new Choice(r.Id.ToString(), $"{hall.ShortName}　{r.Name}")));
        }

        Places = places;
        return null;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "館か部屋を選んでください"), Display(Name = "空ける館か部屋")]
        public Guid? Place { get; set; }

        [Required, Display(Name = "始まりの日")]
        public DateOnly? From { get; set; }

        [Required, Display(Name = "終わりの日")]
        public DateOnly? To { get; set; }

        [Display(Name = "使いみち")]
        public RoomUseKind Kind { get; set; } = RoomUseKind.Election;

        [Required, Display(Name = "理由"), StringLength(60)]
        public string Reason { get; set; } = "";
    }
}
