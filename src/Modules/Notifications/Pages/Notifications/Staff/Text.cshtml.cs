using System.ComponentModel.DataAnnotations;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>The words of one kind of message in one language, from a day on.</summary>
[Authorize(NotificationsModule.Write)]
internal sealed class TextModel(NotificationsDb db, Texts texts, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute(Name = "kind")]
    public string Key { get; set; } = "";

    [FromRoute(Name = "language")]
    public string Language { get; set; } = "";

    public MessageKind Kind { get; private set; } = null!;

    public MessageLanguage In { get; private set; }

    public MessageText Sample { get; private set; } = new("", "");

    /// <summary>The sample is of a real record.</summary>
    public bool IsReal { get; private set; }

    public IReadOnlyList<MessageTemplate> History { get; private set; } = [];

    public static string Of(MessageLanguage language) => language switch
    {
        MessageLanguage.Easy => "やさしい日本語",
        MessageLanguage.English => "英語",
        _ => "日本語",
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var text = await texts.InForceAsync(Kind, In);
        Input = new InputModel { Title = text.Title, Body = text.Body, ValidFrom = clock.Today() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var day = Input.ValidFrom!.Value;
        var written = MessageTemplate.Write(Kind, In, day, Input.Title, Input.Body, clock.Today());
        db.Templates.RemoveRange(await db.Templates.Where(t => t.Kind == Key && t.Language == In && t.ValidFrom == day).ToListAsync());
        await db.SaveChangesAsync();
        db.Templates.Add(written);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{day.Long()}からの文を保存しました。");
        return Redirect($"/staff/texts/{Key}/{Language}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (texts.Find(Key) is not { } kind || !Enum.TryParse<MessageLanguage>(Language, ignoreCase: true, out var language) || int.TryParse(Language, out _))
        {
            return NotFound();
        }

        (Kind, In) = (kind, language);
        var example = await texts.ExampleAsync(Key);
        (IsReal, Sample) = (example is not null, example is null ? await texts.InForceAsync(kind, language) : (await texts.WriteAsync(Key, language, example)).Text);
        History = await db.Templates.AsNoTracking().Where(t => t.Kind == Key && t.Language == language).OrderByDescending(t => t.ValidFrom).ToListAsync();
        return null;
    }

    public sealed record InputModel
    {
        [Display(Name = "件名"), Required, StringLength(100)]
        public string Title { get; set; } = "";

        [Display(Name = "文"), Required, StringLength(4000), DataType(DataType.MultilineText)]
        public string Body { get; set; } = "";

        [Display(Name = "使い始める日"), Required]
        public DateOnly? ValidFrom { get; set; }
    }
}
