using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>One displaced hire, and the rooms elsewhere it could be offered.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MoveOneModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, OtherRooms others, Rehouse rehouse, TimeProvider clock) : StaffMovePage(db, rooms, directory, audit, clock)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await rehouse.OfferAsync(Moving, await Rooms.FindAsync(Input.RoomId!.Value) ?? throw new RuleBroken("部屋を選び直してください。", "Input.RoomId"));
        Notice.Say(Response, "部屋を取り置き、案内を出しました。");
        return Redirect(Home);
    }

    protected override async Task LoadMoreAsync()
    {
        if (Moving.WhyNotOffer(Now) is null && await Rooms.FindAsync(Moving.RoomId) is { } left)
        {
            Choices = [.. (await others.FindAsync(Hire, left)).Select(r => new Choice(r.Id.ToString(), $"{Halls.NameOf(r.HallId)}　{r.Name}（{r.Capacity}人まで）"))];
        }
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "部屋を選んでください"), Display(Name = "部屋")]
        public Guid? RoomId { get; set; }
    }
}
