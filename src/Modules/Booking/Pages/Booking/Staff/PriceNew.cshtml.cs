using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>What a room costs for just these bands, or for an hour.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class PriceNewModel(BookingDb db, KeepRule keep, RuleBook book, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "hall")] public string? HallNo { get; set; }

    public HallRef? Hall { get; private set; }

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    public IReadOnlyList<Choice> Spans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var room = await rooms.FindAsync(Input.RoomId!.Value) ?? throw new RuleBroken("部屋を選び直してください。", "Input.RoomId");
        await keep.AddAsync(RoomPrice.Set(room, Input.Bands, Input.Yen!.Value, Input.Article, Input.From!.Value), db.Prices.Where(p => p.RoomId == room.Id));
        Notice.Say(Response, $"{Input.From.Value.Long()}からの使用料を定めました。");
        return Redirect($"/staff/booking-rules/prices?hall={HallNo}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        var halls = await directory.GetAsync();
        if (((HallNo is null ? null : halls.FindByNo(HallNo)) ?? (halls.All is [var one, ..] ? one : null)) is not { } hall)
        {
            return NotFound();
        }

        Hall = hall;
        Rooms = [.. (await rooms.OfHallAsync(hall.Id)).Where(r => !r.IsLibrary).Select(r => new Choice(r.Id.ToString(), r.Name))];
        var bands = (await book.GetAsync()).BandsOn(hall.Id, Input.From.Value).Select(b => b.Name).ToList();
        Spans = [.. (from count in Enumerable.Range(1, bands.Count)
                     from first in Enumerable.Range(0, bands.Count - count + 1)
                     select RoomPrice.Key(bands.Skip(first).Take(count))).Append(RoomPrice.Hour).Select(s => new Choice(s, s))];
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "部屋")]
        public Guid? RoomId { get; set; }

        [Required, Display(Name = "使う時間"), StringLength(60)]
        public string? Bands { get; set; }

        [Required, Display(Name = "金額")]
        public int? Yen { get; set; }

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
