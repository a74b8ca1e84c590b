using System.ComponentModel.DataAnnotations;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>The clerk begins to answer for a drawer: one a day and hall.</summary>
[Authorize(CashierModule.Take)]
internal sealed class DrawerOpenModel(CashierDb db, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Input.HallId = Choices is [var first, ..] ? Guid.Parse(first.Value) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var (clerk, hall) = (User.Clerk(), Input.HallId!.Value);
        if (!Choices.Any(c => c.Value == hall.ToString()))
        {
            throw new RuleBroken("館を選び直してください。", "Input.HallId");
        }

        var drawer = Drawer.Open(hall, clerk.Id, clerk.Name, Input.Float!.Value, clock.UtcNow());
        if (await db.Drawers.FirstOrDefaultAsync(d => d.HallId == hall && d.ClerkId == clerk.Id && (d.Date == drawer.Date || d.ClosedAt == null)) is { } before)
        {
            throw new RuleBroken(!before.IsOpen ? "今日のレジはもう締めました。別の職員のレジで扱ってください。" : before.Date == drawer.Date ? "今日のレジはもう開いています。" : "前の日のレジが開いています。先に数えて締めてください。");
        }

        db.Drawers.Add(drawer);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"レジを開けました。釣銭準備金は{Wording.Yen(drawer.Float)}です。");
        return Redirect("/staff/cashier");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Choices = [.. (await directory.GetAsync()).All.Where(h => scope.Contains(h.Id)).Select(h => new Choice(h.Id.ToString(), h.ShortName))];
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "館")]
        public Guid? HallId { get; set; }

        [Required, Display(Name = "釣銭準備金")]
        public int? Float { get; set; }
    }
}
