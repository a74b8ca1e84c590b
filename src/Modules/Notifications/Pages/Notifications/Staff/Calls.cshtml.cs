using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>電話・はがき連絡表 of the user's halls: who must be told by hand, ticked off when it is done.</summary>
[Authorize(NotificationsModule.Calls)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CallsModel(NotificationsDb db, IAudit audit, IMessages messages, IEnumerable<ITelephones> telephones, IHallDirectory directory, HallScope scope, SearchBox box) : PageModel, IFormPage
{
    public const int Size = 50;

    public static readonly IReadOnlyList<(string Key, string Label)> Ways = [("Phone", "電話"), ("Postcard", "はがき"), ("Mail", "届かなかったメール")];

    public static readonly Status Old = new("前の知らせ", Tone.Warn);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Hall { get; set; }

    public string Q { get; private set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Desc { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    public IReadOnlyList<Message> Rows { get; private set; } = [];

    /// <summary>Titles of what was written to the same person about the same afterwards.</summary>
    public IReadOnlyDictionary<Guid, string> Overtaken { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Numbers of whom a mail did not reach, by the message's subject.</summary>
    public IReadOnlyDictionary<Guid, string> Telephones { get; private set; } = new Dictionary<Guid, string>();

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public IReadOnlyList<HallRef> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var told = await messages.TickOffAsync(Input.Told, User.Identity?.Name ?? "");
        Notice.Say(Response, $"{told}件を連絡済みにしました。");
        return Redirect("/staff/calls" + Request.QueryString.ToUriComponent());
    }

    public async Task<IActionResult?> LoadAsync()
    {
        (Halls, Q) = (await directory.GetAsync(), box.Read(HttpContext));
        Mine = [.. Halls.All.Where(h => scope.Contains(h.Id))];
        var rows = db.Messages.AsNoTracking().ByHand();
        rows = Enum.TryParse<MessageChannel>(By, out var way) ? rows.Where(m => m.Channel == way) : rows;
        rows = Hall is not null && Halls.FindByNo(Hall) is { } hall ? rows.Where(m => m.HallId == hall.Id) : rows;
        rows = Q.Length > 0 ? rows.Where(m => m.Name.Contains(Q) || m.Title.Contains(Q)) : rows;
        Count = await rows.CountAsync();
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var sorted = Desc ? rows.OrderByDescending(m => m.PostedAt).ThenBy(m => m.Id) : rows.OrderBy(m => m.PostedAt).ThenBy(m => m.Id);
        Rows = await sorted.Skip((PageNo - 1) * Size).Take(Size).ToListAsync();
        (Overtaken, Telephones) = (await db.OvertakenAsync(Rows), await telephones.OfUndeliveredAsync(Rows));
        await audit.SawAsync(Q.Length > 0 ? Act.Search : Act.View, "連絡", Rows);
        return null;
    }

    public sealed class InputModel
    {
        public List<Guid> Told { get; set; } = [];
    }
}
