using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>What is written about a hall, from a day on.</summary>
[Authorize(FacilitiesModule.Manage)]
internal sealed class HallModel(FacilitiesDb db, Seen seen, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly Status Now = new("いま", Tone.Ok);

    public sealed record Version(DateOnly From, DateOnly? To, bool IsNow, HallFacts Facts, string Ward);

    public sealed record InputModel
    {
        [Display(Name = "いつから")]
        public DateOnly? From { get; set; }

        [Display(Name = "名称")]
        public string Name { get; set; } = "";

        public Guid WardId { get; set; }

        [Display(Name = "所在地")]
        public string Address { get; set; } = "";

        public string? LocatedIn { get; set; }

        [Display(Name = "設置者")]
        public string Owner { get; set; } = "";

        public string? Phone { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute]
    public string No { get; set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<Version> History { get; private set; } = [];

    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var now = (History.FirstOrDefault(v => v.IsNow) ?? History[^1]).Facts;
        Input = new InputModel { From = clock.Today(), Name = now.Name, WardId = now.WardId, Address = now.Address, LocatedIn = now.LocatedIn, Owner = now.Owner, Phone = now.Phone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var from = Input.From ?? throw new RuleBroken("いつから変わるかを入力してください。", "Input.From");
        if ((await seen.GetAsync()).Wards.All(w => w.Id != Input.WardId))
        {
            throw new RuleBroken("区を選んでください。", "Input.WardId");
        }

        hall.Describe(from, new(Input.Name, Input.WardId, Input.Address, Input.LocatedIn, Input.Owner, Input.Phone));
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{from.Long()}からの内容を保存しました。");
        return Redirect($"/staff/halls/{No}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var (today, wards) = (clock.Today(), (await seen.GetAsync()).Wards);
        History = [.. hall.Details.OrderBy(d => d.ValidFrom).Select(d => new Version(d.ValidFrom, d.ValidTo, d.IsValidOn(today), d.Facts, wards.First(w => w.Id == d.WardId).Name))];
        Name = hall.NameOn(today);
        Wards = [.. wards.Select(w => new Choice(w.Id.ToString(), w.Name))];
        return null;
    }
}
