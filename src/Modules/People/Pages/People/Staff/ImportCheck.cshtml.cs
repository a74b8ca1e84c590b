using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Import;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Step 3 of 3: what would become of each row; then the file is taken, whole or without its errors.</summary>
[Authorize(PeopleModule.Manage)]
[OutsideTransaction] // the importer has a transaction of its own
internal sealed class ImportCheckModel(PeopleDb db, ReadRoster read, IAudit audit) : PageModel, IFormPage
{
    private const int Size = 50;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>新規, 一致, 要確認 or エラー alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RosterFile Roster { get; private set; } = null!;

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var mapping = await db.RosterMappings.AsNoTracking().SingleAsync(m => m.Signature == Roster.Signature);
        var (report, _) = await read.RunAsync(Roster, mapping, take: true, Input.AcceptValid, HttpContext.RequestAborted);
        if (report.Error > 0 && !Input.AcceptValid)
        {
            throw new RuleBroken("エラーの行があるので、何も取り込んでいません。直すか、除いて取り込む印を付けてください。");
        }

        return Done(await read.LetGoAsync(Id, report));
    }

    private RedirectResult Done(RosterFile file)
    {
        Notice.Say(Response, $"名簿を取り込みました（{file.Counts}）。");
        return Redirect("/staff/people");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.RosterFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Id) is not { Result.Length: > 0, TakenAt: null } file)
        {
            return await db.RosterFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Id && f.TakenAt != null) is { } taken ? Done(taken) : NotFound();
        }

        Roster = file;
        await audit.SawAsync(Act.View, "名簿を取り込む");
        var rows = await read.RowsAsync(file, await db.RosterMappings.AsNoTracking().SingleAsync(m => m.Signature == file.Signature));
        Counts = rows.CountBy(r => r.Status.Word).ToDictionary();
        var shown = rows.Where(r => Only is null || r.Status.Word == Only).ToList();
        Pages = (shown.Count + Size - 1) / Size;
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = [.. shown.Skip((PageNo - 1) * Size).Take(Size)];
        return null;
    }

    public sealed class InputModel
    {
        public bool AcceptValid { get; set; }
    }
}
