using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

[Authorize(FacilitiesModule.Manage)]
internal sealed class NewRoomModel(FacilitiesDb db, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "室番号")]
        public string No { get; set; } = "";

        [Display(Name = "室名")]
        public string Name { get; set; } = "";

        [Display(Name = "定員")]
        [Required]
        public int? Capacity { get; set; }

        public Guid? WholeId { get; set; }

        public bool IsLibrary { get; set; }

        [Display(Name = "使い始める日")]
        [Required]
        public DateOnly? From { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute]
    public string No { get; set; } = "";

    public string HallName { get; private set; } = "";

    public IReadOnlyList<Choice> Wholes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Input.From = clock.Today();
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var rooms = await db.RoomsOfAsync(hall.Id);
        var whole = Input.WholeId is { } id ? rooms.Find(r => r.Id == id) ?? throw new RuleBroken("仕切る部屋を選び直してください。", "Input.WholeId") : null;
        var room = MeetingRoom.Make(hall.Id, Input.No, Input.Name, Input.Capacity!.Value, Input.From!.Value, rooms, whole, Input.IsLibrary);
        db.Rooms.Add(room);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{room.Name}を加えました。");
        return Redirect($"/staff/halls/{No}/rooms");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        HallName = hall.NameOn(clock.Today());
        var rooms = await db.RoomsOfAsync(hall.Id);
        Wholes = [.. rooms.Where(r => !rooms.Exists(r.IsPartOf)).Select(r => new Choice(r.Id.ToString(), r.Name))];
        return null;
    }
}
