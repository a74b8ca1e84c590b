using System.ComponentModel.DataAnnotations;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>After a disaster nobody is asked why they did not come: all open cases of a hall between two days.</summary>
[Authorize(BookingModule.PointsPermission)]
internal sealed class PointsWaiveModel(DecidePoints decide, IHallDirectory directory, HallScope scope) : PageModel, IFormPage
{
    private HallDirectory halls = HallDirectory.Empty;

    [BindProperty(SupportsGet = true)] public string? Hall { get; set; }

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<HallRef> Halls => [.. halls.All.Where(h => scope.Contains(h.Id))];

    /// <summary>Null until a hall and its days are chosen.</summary>
    public (HallRef Hall, DateOnly From, DateOnly To)? Chosen { get; private set; }

    public int Count { get; private set; }

    /// <summary>Those the user keyed: somebody else decides.</summary>
    public int Own { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var (hall, from, to) = Chosen ?? throw new RuleBroken("館と日を選んで、件数を確かめてください。");
        var waived = await decide.WaiveAllAsync(hall.Id, from, to, Input.Words, User.Clerk());
        Notice.Say(Response, $"{waived}件を見送りました。");
        return Redirect("/staff/points?state=waived");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        halls = await directory.GetAsync();
        if (Hall is { Length: > 0 } no && halls.FindByNo(no) is { } hall && scope.Contains(hall.Id) && JapaneseEra.TryParse(From) is { } from && JapaneseEra.TryParse(To) is { } to && from <= to)
        {
            Chosen = (hall, from, to);
            var (open, me) = (decide.Open(hall.Id, from, to), User.AccountId());
            Own = await open.CountAsync(p => p.OpenedBy == me);
            Count = await open.CountAsync() - Own;
        }

        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "どんな災害か"), StringLength(200)]
        public string Words { get; set; } = "";
    }
}
