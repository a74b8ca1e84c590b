using System.ComponentModel.DataAnnotations;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

[Authorize(NotificationsModule.Subscribe)]
internal sealed class NewSubscriptionModel(NotificationsDb db, IHallDirectory directory, HallScope scope, SiteInfo site) : PageModel, IFormPage
{
    private const string City = "city";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Places.All(p => p.Value != Input.Place))
        {
            throw new RuleBroken("範囲を選んでください", "Input.Place");
        }

        var halls = await directory.GetAsync();
        var hall = halls.All.FirstOrDefault(h => h.Id.ToString() == Input.Place);
        var ward = hall is null && Input.Place != City ? Input.Place : null;
        var made = Subscription.Of(Input.Name, Input.Mail, hall?.Id, ward, Input.Reminders, Input.Monthly, await db.Subscriptions.AsNoTracking().ToListAsync());
        db.Subscriptions.Add(made);
        await db.SaveChangesAsync();
        Notice.Say(Response, (await db.MonthlyRefusalsAsync(made)).Count == 0 ? "届け先を足しました。" : "届け先を足しました。毎月のまとめは、受け取る方が止めているので届きません。");
        return Redirect("/staff/subscriptions");
    }

    /// <summary>A ward and the city are for those who hold every hall.</summary>
    public async Task<IActionResult?> LoadAsync()
    {
        var halls = await directory.GetAsync();
        var own = halls.All.Where(h => scope.Contains(h.Id)).Select(h => new Choice(h.Id.ToString(), h.ShortName));
        Places = [.. scope.IsEverywhere ? halls.Wards.Select(w => new Choice(w, w)).Prepend(new Choice(City, site.City + "全体")) : [], .. own];
        return null;
    }

    public sealed record InputModel
    {
        [Display(Name = "受け取る方")]
        [Required, StringLength(60)]
        public string Name { get; set; } = "";

        [Display(Name = "メールアドレス")]
        [Required, StringLength(254)]
        public string Mail { get; set; } = "";

        [Display(Name = "範囲")]
        [Required(ErrorMessage = "範囲を選んでください")]
        public string Place { get; set; } = "";

        public bool Monthly { get; set; } = true;

        public bool Reminders { get; set; } = true;
    }
}
