using System.ComponentModel.DataAnnotations;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.My;

/// <summary>In which words a resident is told.</summary>
[Authorize(Doors.Resident)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LanguageModel(NotificationsDb db) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Languages = [.. Enum.GetValues<MessageLanguage>().Select(l => new Choice(l.ToString(), l.OwnName()))];

    private ReaderLanguage? chosen;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Input = new() { Language = chosen?.Language ?? MessageLanguage.Japanese };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!Enum.IsDefined(Input.Language!.Value))
        {
            throw new RuleBroken("ことばを選んでください。", "Input.Language");
        }

        if (chosen is null)
        {
            db.Languages.Add(new ReaderLanguage(User.ResidentId()!.Value, Input.Language.Value));
        }
        else
        {
            chosen.Choose(Input.Language.Value);
        }

        await db.SaveChangesAsync();
        Notice.Say(Response, $"これからのお知らせは「{Input.Language.Value.OwnName()}」で届きます。");
        return Redirect("/my");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var account = User.ResidentId()!.Value;
        chosen = await db.Languages.FirstOrDefaultAsync(l => l.AccountId == account);
        return null;
    }

    public sealed record InputModel
    {
        [Display(Name = "ことば")]
        [Required(ErrorMessage = "ことばを選んでください")]
        public MessageLanguage? Language { get; set; }
    }
}
