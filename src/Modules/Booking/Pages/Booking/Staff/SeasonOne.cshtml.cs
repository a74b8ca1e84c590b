using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>年間の予約: each day with what is in its way and where else it could be; then all of it at once.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class SeasonOneModel(BookingDb db, TakeSeason take, IRooms rooms, IHallDirectory directory, IAudit audit, HallScope scope) : SeasonPage(db, rooms, directory, audit)
{
    private readonly IRooms rooms = rooms;

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<SeasonDay> Days { get; private set; } = [];

    public IReadOnlyList<(RoomHire Hire, string Room)> Hires { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var chosen = Input.Days.Where(d => d is { Date: not null, RoomId: not null }).Select(d => (Date: d.Date!.Value, Room: d.RoomId!.Value)).ToList();
        if (chosen.Any(c => Days.All(d => d.Slot.Date != c.Date || (d.Slot.RoomId != c.Room && Allowed(d).All(a => a.Room.Id != c.Room)))))
        {
            throw new RuleBroken("部屋の空きが変わりました。選び直してください。");
        }

        var hires = await take.TakeAsync(Season, chosen);
        Db.HireActs.AddRange(hires.Select(h => HireAct.Of(h, HireActKind.Booked, User.AccountId(), h.BookedAt)));
        await Db.SaveChangesAsync();
        Notice.Say(Response, $"{hires.Count}件の予約が決まりました。");
        return Redirect($"/staff/seasons/{Id}");
    }

    public IEnumerable<Choice> ChoicesOf(int n) =>
        (Days[n].Why is null ? [new Choice($"{Days[n].Slot.RoomId}", Days[n].Room)] : Allowed(Days[n]).Select(a => new Choice($"{a.Room.Id}", $"{a.Hall}　{a.Room.Name}"))).Append(new Choice("", "使わない"));

    /// <summary>As it was sent; at first the room itself where it is free.</summary>
    public string ChosenOf(int n) => n < Input.Days.Count ? $"{Input.Days[n].RoomId}" : Days[n].Why is null ? $"{Days[n].Slot.RoomId}" : "";

    protected override async Task LoadMoreAsync()
    {
        Days = Season.State == SeasonState.Asked ? await take.LookAsync(Season) : [];
        var hires = new List<(RoomHire, string)>();
        foreach (var hire in await Db.Hires.AsNoTracking().Where(h => h.SeasonId == Id).OrderBy(h => h.Date).ToListAsync())
        {
            hires.Add((hire, (await rooms.FindAsync(hire.RoomId))?.Name ?? ""));
        }

        Hires = hires;
    }

    private IEnumerable<Alternative> Allowed(SeasonDay day) => day.Elsewhere.Where(a => scope.Contains(a.Room.HallId));

    public sealed class InputModel
    {
        public List<DayInput> Days { get; set; } = [];
    }

    public sealed class DayInput
    {
        public DateOnly? Date { get; set; }

        public Guid? RoomId { get; set; }
    }
}
