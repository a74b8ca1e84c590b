using System.ComponentModel.DataAnnotations;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>After a disaster nobody is asked why they did not come: all open cases of a hall between two days.</summary>
[Authorize(BookingModule.PointsPermission)]
internal sealed class PointsWaiveModel(DecidePoints decide, IHallDirectory directory, HallScope scope) : PageModel, IFormPage
{
    [BindProperty(SupportsGet = true), Display(Name = "館")] public string? Hall { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "利用日（から）")] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "利用日（まで）")] public DateOnly? To { get; set; }

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    /// <summary>Null until a hall and its days are chosen.</summary>
    public (HallRef Hall, DateOnly From, DateOnly To)? Chosen { get; private set; }

    public int Count { get; private set; }

    /// <summary>Those the user keyed: somebody else decides.</summary>
    public int Own { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
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
        var halls = (await directory.GetAsync()).All.Where(h => scope.Contains(h.Id)).ToList();
        Halls = halls.ConvertAll(h => new Choice(h.No, h.ShortName));
        if (Request.QueryString.HasValue || HttpMethods.IsPost(Request.Method))
        {
            Refuse(halls.TrueForAll(h => h.No != Hall), nameof(Hall), "館を選んでください。");
            Refuse(From is null, nameof(From), "利用日（から）を入力してください。");
            Refuse(To is null, nameof(To), "利用日（まで）を入力してください。");
            Refuse(To < From, nameof(To), "終わりの日は、始まりの日と同じか後の日にしてください。");
        }

        if (halls.Find(h => h.No == Hall) is { } hall && From is { } from && To is { } to && from <= to)
        {
            Chosen = (hall, from, to);
            var (open, me) = (decide.Open(hall.Id, from, to), User.AccountId());
            Own = await open.CountAsync(p => p.OpenedBy == me);
            Count = await open.CountAsync() - Own;
        }

        return null;
    }

    private void Refuse(bool isWrong, string box, string sentence)
    {
        // What cannot be read at all has its sentence already.
        if (isWrong && ModelState.GetFieldValidationState(box) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(box, sentence);
        }
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "どんな災害か"), StringLength(200)]
        public string Words { get; set; } = "";
    }
}
