using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>A page with the form of a person, and its button 住所を入れる, which works without scripts.</summary>
internal abstract class PersonForm(PeopleDb db) : PageModel, IFormPage
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>The towns of the code when it has several.</summary>
    public IReadOnlyList<Choice> Towns { get; private set; } = [];

    /// <summary>What became of the address, to be said beside the button.</summary>
    public string? AboutAddress { get; private set; }

    protected PeopleDb Db { get; } = db;

    public abstract Task<IActionResult?> LoadAsync();

    /// <summary>Whoever only wants the address has not finished typing: nothing is refused yet.</summary>
    [NonHandler] // the framework takes what begins with On for a handler
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Input.Fill)
        {
            ModelState.Clear();
        }
    }

    /// <summary>Fills in the town of the 郵便番号. What was typed stays, and an unknown code is no mistake.</summary>
    protected async Task<IActionResult> FillAsync()
    {
        Input.Fill = false;
        var code = PostalTown.CodeOf(Input.PostalCode);
        var towns = code is null ? [] : await Db.PostalTowns.AsNoTracking().Where(t => t.Code == code).OrderBy(t => t.City).ThenBy(t => t.Town).ToListAsync();
        if (code is null || towns.Count == 0)
        {
            AboutAddress = code is null ? "郵便番号を7けたの数字で入れると、町名が入ります。" : "この郵便番号の町名は見つかりません。住所をそのまま入れてください。";
        }
        else if (!string.IsNullOrWhiteSpace(Input.Town))
        {
            AboutAddress = $"入力した住所をそのまま残しました。この番号の町名：{string.Join("、", towns.Select(t => t.Whole))}";
        }
        else if (towns.Count == 1 || towns.Any(t => t.Whole == Input.ChosenTown))
        {
            Input.Town = towns.Find(t => t.Whole == Input.ChosenTown)?.Whole ?? towns[0].Whole;
            AboutAddress = "町名を入れました。番地から先を入れてください。";
        }
        else
        {
            Towns = [.. towns.Select(t => new Choice(t.Whole, t.Whole))];
            AboutAddress = "この番号には町名がいくつかあります。選んでから、もう一度「住所を入れる」を押してください。";
        }

        return await LoadAsync() ?? Page();
    }
}
