using Kominkan.SharedKernel.Tables;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages.Staff;

/// <summary>What the trial found, and the button that takes the file.</summary>
[Authorize(Menu.Import)]
[OutsideTransaction]
internal sealed class ImportTriedModel(Importer importer, Uploads uploads, HallScope scope) : PageModel, IFormPage
{
    private const int PageSize = 50;

    private Upload? upload;

    [FromRoute]
    public string Dataset { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = PagerTagHelper.Query)]
    public int Number { get; set; } = 1;

    [BindProperty]
    public bool AcceptValid { get; set; }

    public IImportDataset Source { get; private set; } = null!;

    public ImportReport? Report => upload?.Report;

    public string FileName => upload?.FileName ?? "";

    public int Pages => Math.Max(1, ((Report?.Messages.Count ?? 0) + PageSize - 1) / PageSize);

    /// <summary>Errors first.</summary>
    public IReadOnlyList<ImportMessage> Shown =>
        [.. (Report?.Messages ?? []).OrderByDescending(m => m.Verdict == Verdict.Error("").Word).ThenBy(m => m.Row).Skip((Number - 1) * PageSize).Take(PageSize)];

    public static Status StatusOf(ImportMessage message) => new(message.Verdict, message.Verdict == Verdict.Error("").Word ? Tone.Bad : Tone.Warn);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (upload is null)
        {
            throw new RuleBroken("このファイルはもう取り込んだか、1日を過ぎて消えました。");
        }

        var report = await uploads.TakeAsync(Source, Id, upload, AcceptValid, CancellationToken.None);
        if (report.Error > 0 && !AcceptValid)
        {
            throw new RuleBroken($"エラーが{report.Error:N0}行あるので、何も取り込んでいません。直すか、除く印を付けてください。");
        }

        Notice.Say(Response, report.Unchanged == report.Rows ? "すべて取り込み済みでした。何も変わっていません。"
            : $"{Source.Label}を{report.Taken:N0}行取り込みました。{(report.Error > 0 ? $"エラーの{report.Error:N0}行は入れていません。" : "")}");
        return Redirect($"/staff/imports/{Dataset}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (!scope.IsEverywhere || importer.Find(Dataset) is not { } source)
        {
            return NotFound();
        }

        (Source, upload) = (source, await uploads.FindAsync(source, Id, HttpContext.RequestAborted));
        Number = Math.Clamp(Number, 1, Pages);
        return null;
    }
}
