using Kominkan.Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>部屋の変更の記録: what was sealed on a day, for everybody, with the day's hash.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.LedgerTag, "halls")]
internal sealed class SlotLedgerModel(BookingDb db, ReadLedger ledger, IHallDirectory directory, IRooms rooms, TimeProvider clock) : PageModel
{
    /// <summary>More than on other lists: a day is printed as one.</summary>
    private const int Size = 500;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public HallRef? Hall { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public DateOnly Day { get; private set; }

    public IReadOnlyList<(LedgerEntry Entry, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int PageNo { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public string Previous { get; private set; } = "";

    public string Digest { get; private set; } = "";

    public async Task OnGetAsync(string? hall, string? date, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        Hall = hall is null ? null : Halls.FindByNo(hall);
        var day = JapaneseEra.TryParse(date) ?? Today;
        Day = day > Today || day.Year < 1900 ? Today : day;
        (Previous, Digest) = (await ledger.HeadAsync(Day.AddDays(-1), cancellation), await ledger.HeadAsync(Day, cancellation));
        var found = db.SlotChanges.AsNoTracking().Where(c => c.SealedOn == Day && (Hall == null || c.HallId == Hall.Id));
        Count = await found.CountAsync(cancellation);
        PageNo = Math.Clamp(int.TryParse(page, out var n) ? n : 1, 1, Math.Max(1, Pages));
        var rows = new List<(LedgerEntry, string)>();
        foreach (var change in await found.OrderBy(c => c.No).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((change.Entry, $"{Halls.NameOf(change.HallId)} {(await rooms.FindAsync(change.RoomId, cancellation))?.Name}"));
        }

        Rows = rows;
    }

    public string AddressOf(DateOnly day) => $"/rooms/ledger?date={day:yyyy-MM-dd}{(Hall is null ? "" : $"&hall={Hall.No}")}";
}
