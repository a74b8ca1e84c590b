using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Host.Tests.Pages.Probe;

/// <summary>Saves a note, and then does what the address says.</summary>
[AllowAnonymous]
internal sealed class NoteModel(NotesDb db) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public int Loaded { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult?> LoadAsync()
    {
        Loaded = await db.Notes.CountAsync();
        return What == "gone-meanwhile" ? NotFound() : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        db.Add(new Note { Text = Input.Text });
        await db.SaveChangesAsync();
        switch (What)
        {
            case "rule" or "gone-meanwhile":
                throw new RuleBroken("いまは保存できません。明日もう一度お試しください。");
            case "rule-of-a-box":
                throw new RuleBroken("別の言葉を入力してください。", "Input.Text");
            case "fault":
                throw new InvalidOperationException("a fault of the program");
            case "busy":
                throw new SqliteException("database is locked", 5);
            case "own-error":
                ModelState.AddModelError("Input.Text", "短くしてください。");
                await LoadAsync();
                return Page();
            default:
                return Redirect("/probe/done");
        }
    }

    internal sealed class InputModel
    {
        [Display(Name = "本文")]
        [Required]
        [StringLength(20)]
        public string Text { get; set; } = "";

        [Display(Name = "数")]
        [Range(0, 9)]
        public int Count { get; set; }
    }
}
