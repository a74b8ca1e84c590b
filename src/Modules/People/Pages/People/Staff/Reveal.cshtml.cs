using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>理由を選んで見る: shows for a while what the record hides from who asks; the reason goes to the audit.</summary>
[Authorize(PeopleModule.Find)]
internal sealed class RevealModel(PeopleDb db, Veils veils, ICityRules rules, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock)
{
    public static IEnumerable<Choice> Reasons => Reveal.Reasons.Select(r => new Choice(r, r));

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who wanted to correct the record goes on there.</summary>
    [FromQuery(Name = "edit")]
    public bool Edit { get; set; }

    public Veil Veil { get; private set; } = Veil.None;

    public int Minutes { get; private set; }

    protected override string What => "理由を選んで見る";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var reveal = Reveal.For(Input.Reason, Id, User.AccountOf() ?? Guid.Empty, Now.AddMinutes(Minutes));
        await Db.Reveals.Where(r => r.Until <= Now).ExecuteDeleteAsync();
        Db.Reveals.Add(reveal);
        await Db.SaveChangesAsync();
        return Redirect(Edit ? $"{Home}/edit" : Home);
    }

    protected override Sight Sight() => base.Sight() with { Act = Act.View, Reason = Reveal.Reasons.Contains(Input.Reason) ? Input.Reason : null };

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        (Veil, Minutes) = (await veils.OfAsync(User, Id), await rules.OnAsync(Reveal.Minutes, Today));
        return Veil.Hides ? null : Redirect(Edit ? $"{Home}/edit" : Home);
    }

    public sealed class InputModel
    {
        [Display(Name = "見る理由")]
        [Required]
        public string Reason { get; set; } = "";
    }
}
