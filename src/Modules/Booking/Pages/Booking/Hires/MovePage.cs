using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>A page about the room elsewhere that is offered for the one hire whose numbers the visitor knew.</summary>
internal abstract class MovePage(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory, TimeProvider clock) : HirePage(db, pass, rooms, directory)
{
    private readonly IRooms rooms = rooms;
    private readonly IHallDirectory directory = directory;

    /// <summary>What stood on the page: another tab, or the desk, may have changed it since.</summary>
    [BindProperty] public Guid? Shown { get; set; }

    public DisplacedHire? Moving { get; private set; }

    public string Elsewhere { get; private set; } = "";

    public string? WhyNot => Moving is null ? "この予約には、会場の変更の案内はありません。" : Moving.WhyNotAccept(clock.UtcNow());

    /// <exception cref="RuleBroken">The form is about another room than is offered now.</exception>
    protected DisplacedHire DemandShown() => Moving is { } moving && (Shown is null || Shown == moving.OfferedRoomId) ? moving
        : throw new RuleBroken("案内の中身が変わりました。下の中身を確かめて、もう一度押してください。");

    protected override async Task LoadMoreAsync()
    {
        Moving = await Db.DisplacedHires.Where(d => d.HireId == Hire.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync();
        if (Moving?.OfferedRoomId is { } id && await rooms.FindAsync(id) is { } room)
        {
            Elsewhere = $"{(await directory.GetAsync()).NameOf(room.HallId)}　{room.Name}（{room.Capacity}人まで）";
        }
    }
}
