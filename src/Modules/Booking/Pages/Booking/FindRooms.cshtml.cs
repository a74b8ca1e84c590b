using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>空いている部屋をさがす: by time first, across the halls; each answer leads straight into booking it.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class FindRoomsModel(FindRooms find, SearchChoices choices, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Days of a span, so that one page never reads more than a season.</summary>
    private const int LongestSpan = 92;
    private const int Furthest = 1000;

    [BindProperty(SupportsGet = true), Display(Name = "いつから")] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "いつまで")] public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "曜日")] public List<DayOfWeek> Day { get; set; } = [];

    [BindProperty(SupportsGet = true), Display(Name = "時間帯")] public string? Band { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "始まり")] public TimeOnly? Starts { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "終わり")] public TimeOnly? Ends { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "人数")] public int? People { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "部屋の種類")] public string? Kind { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "使う備品")] public List<string> Item { get; set; } = [];

    /// <summary>A ward, or the number of a hall.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "場所")] public string? Place { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "使う方")] public UserClass UserClass { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "並べ方")] public RoomOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int Number { get; set; } = 1;

    public SearchChoices Choices => choices;

    /// <summary>What is looked for; null where it cannot be read.</summary>
    public RoomSearch? Search { get; private set; }

    /// <summary>Somebody chose something: what was found comes before the form.</summary>
    public bool IsAsked => Search is not null && Request.Query.Count > 0;

    public IReadOnlyList<FoundTime> Found { get; private set; } = [];

    public IReadOnlyList<FoundTime> Near { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        await choices.LoadAsync(today, cancellation);
        ModelState.Remove("p");
        Search = ReadSearch(today);
        (Found, Near) = Search is null ? ([], []) : await find.FindAsync(Search, Order, cancellation);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Found.Count + PageSize - 1) / PageSize));
        Response.StatusCode = Search is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    /// <summary>What is looked for; null where it cannot be read, with the sentences beside the boxes.</summary>
    private RoomSearch? ReadSearch(DateOnly today)
    {
        From ??= ModelState.IsValid ? today : null;
        Refuse(From < today || From > today.AddDays(Furthest), nameof(From), "今日から3年ほどの間の日を入力してください。");
        To ??= ModelState.IsValid ? From?.AddDays(27) : null;
        Refuse(To < From, nameof(To), "いつまでは、いつからと同じか後の日にしてください。");
        Refuse(To?.DayNumber - From?.DayNumber > LongestSpan, nameof(To), $"一度にさがせるのは{LongestSpan}日までです。期間を短くしてください。");
        Refuse(Starts is null != Ends is null, Starts is null ? nameof(Starts) : nameof(Ends), "始まりと終わりの、両方の時刻を入力してください。");
        Refuse(Starts is { } from && Ends is { } to && !Cells.Fit(from, to), nameof(Ends), $"時刻は{Cells.Minutes}分きざみで、終わりを後にしてください。");
        Refuse(People is < 1 or > 5000, nameof(People), "人数は1から5000までで入力してください。");
        Refuse(!string.IsNullOrEmpty(Place) && choices.Places.All(p => p.Value != Place), nameof(Place), "場所を選び直してください。");
        return !ModelState.IsValid ? null : new RoomSearch(From!.Value, To!.Value)
        {
            Weekdays = Day,
            Band = Band,
            Time = Starts is { } begins ? (begins, Ends!.Value) : null,
            People = People ?? 0,
            Kind = Kind,
            Equipment = Item,
            Ward = choices.WardOf(Place),
            HallId = choices.HallOf(Place),
            UserClass = UserClass,
        };
    }

    private void Refuse(bool isWrong, string box, string sentence) => _ = isWrong && ModelState.TryAddModelError(box, sentence);
}
