using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>空き状況: the rooms of one hall on one day, for everybody.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class RoomsModel(RoomDays days, RuleBook book, BookingTimes times, IHallDirectory directory, TimeProvider clock) : PageModel
{
    /// <summary>Days ahead that are shown; what lies further is not open for years.</summary>
    private const int Furthest = 1000;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public HallRef Hall { get; private set; } = null!;

    public RoomTable Table { get; private set; } = null!;

    public IReadOnlyList<BookingWindow> Windows { get; private set; } = [];

    public IReadOnlyList<UseCap> Caps { get; private set; } = [];

    /// <summary>What was asked for cannot be shown: today is.</summary>
    public string? NotShown { get; private set; }

    /// <summary>When individuals may book bands of the day on the web, UTC; null where no rule says so.</summary>
    public DateTime? IndividualsAt { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.InJapan());

    public async Task<IActionResult> OnGetAsync(string? hall, string? date, CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        if (Halls.All.Count == 0 && hall is null)
        {
            return Page();
        }

        if ((hall is not null ? Halls.FindByNo(hall) : Halls.All is [var first, ..] ? first : null) is not { } found)
        {
            return NotFound();
        }

        var wanted = string.IsNullOrEmpty(date) ? Today : JapaneseEra.TryParse(date);
        NotShown = wanted is null ? "日付を読み取れません。今日の空き状況を表示しています。"
            : wanted < Today ? "過ぎた日は表示できません。今日の空き状況を表示しています。"
            : wanted > Today.AddDays(Furthest) ? "先すぎる日は表示できません。今日の空き状況を表示しています。" : null;
        var day = NotShown is null ? wanted!.Value : Today;
        (Hall, Table, IndividualsAt) = (found, await days.OfHallAsync(found.Id, day, cancellation), await times.OpensAsync(found.Id, day, UserClass.Individual, HireProduct.Band, HireChannel.Web, cancellation));
        var rules = await book.GetAsync(cancellation);
        (Windows, Caps) = (rules.WindowsOn(Today), rules.CapsOn(Today));
        return Page();
    }

    public string AddressOf(DateOnly date) => $"/rooms?hall={Hall.No}&date={date:yyyy-MM-dd}";
}
