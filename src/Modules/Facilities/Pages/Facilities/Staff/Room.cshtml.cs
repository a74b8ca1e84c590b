using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

[Authorize(FacilitiesModule.Manage)]
internal sealed class RoomModel(FacilitiesDb db, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "室名")]
        public string Name { get; set; } = "";

        [Display(Name = "定員")]
        [Required]
        public int? Capacity { get; set; }

        public bool IsLibrary { get; set; }

        public DateOnly? LastDay { get; set; }
    }

    private MeetingRoom? room;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute]
    public string No { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public string HallName { get; private set; } = "";

    public string RoomNo { get; private set; } = "";

    public string Partition { get; private set; } = "";

    public DateOnly From { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = new InputModel { Name = room!.Name, Capacity = room.Capacity, IsLibrary = room.IsLibrary, LastDay = room.ValidTo };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        room!.Change(Input.Name, Input.Capacity!.Value, Input.IsLibrary, Input.LastDay);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{room.Name}を保存しました。");
        return Redirect($"/staff/halls/{No}/rooms");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var hall = await db.HallByNoAsync(No);
        var rooms = hall is null ? [] : await db.RoomsOfAsync(hall.Id);
        room = rooms.Find(r => r.Id == Id);
        if (hall is null || room is null)
        {
            return NotFound();
        }

        (HallName, RoomNo, Partition, From) = (hall.NameOn(clock.Today()), room.No, room.Partition(rooms), room.ValidFrom);
        return null;
    }
}
