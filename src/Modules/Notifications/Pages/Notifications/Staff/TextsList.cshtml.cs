using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Every kind of message of every module, with the words of today.</summary>
[Authorize(NotificationsModule.Write)]
internal sealed class TextsListModel(Texts texts) : PageModel
{
    public IReadOnlyList<(MessageKind Kind, MessageText Text)> Kinds { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var kinds = new List<(MessageKind, MessageText)>();
        foreach (var kind in texts.Kinds)
        {
            kinds.Add((kind, await texts.InForceAsync(kind, MessageLanguage.Japanese)));
        }

        Kinds = kinds;
    }
}
