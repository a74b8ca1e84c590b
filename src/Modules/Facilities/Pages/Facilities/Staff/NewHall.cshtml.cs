using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>A new hall or branch, by who looks after the whole city; the number tells a branch's hall.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class NewHallModel(FacilitiesDb db, Seen seen, SiteInfo site, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "館番号")]
        public string No { get; set; } = "";

        [Display(Name = "名称")]
        public string Name { get; set; } = "";

        [Display(Name = "区")]
        [Required]
        public Guid? WardId { get; set; }

        [Display(Name = "所在地")]
        public string Address { get; set; } = "";

        [Display(Name = "施設の中にあるとき、その施設")]
        public string? LocatedIn { get; set; }

        [Display(Name = "設置者")]
        public string Owner { get; set; } = "";

        [Display(Name = "電話番号")]
        public string? Phone { get; set; }

        [Display(Name = "開く日")]
        [Required]
        public DateOnly? From { get; set; }

        [Display(Name = "最後の日")]
        public DateOnly? To { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        (Input.From, Input.Owner) = (clock.Today(), site.City);
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Wards.All(w => w.Value != Input.WardId.ToString()))
        {
            throw new RuleBroken("区を選んでください。", "Input.WardId");
        }

        var no = JapaneseText.Clean(Input.No);
        var halls = await db.Halls.Include(h => h.Details).Where(h => h.No == no || h.No == Hall.ParentNo(no)).ToListAsync();
        var hall = Hall.Add(no, halls, Input.From!.Value, Input.To, new(Input.Name, Input.WardId!.Value, Input.Address, Input.LocatedIn, Input.Owner, Input.Phone));
        db.Halls.Add(hall);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{hall.NameOn(Input.From.Value)}を加えました。");
        return Redirect($"/staff/halls/{hall.No}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Wards = [.. (await seen.GetAsync()).Wards.Select(w => new Choice(w.Id.ToString(), w.Name))];
        return scope.IsEverywhere ? null : NotFound();
    }
}
