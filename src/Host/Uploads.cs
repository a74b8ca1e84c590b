using System.Text.Json;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace Kominkan.Host;

/// <summary>
/// A file somebody wants imported, between the trial and the taking. It may hold people's names: it is sealed with the
/// program's keys, stands beside them so that every host finds it, and is gone when taken or after a day.
/// </summary>
internal sealed class Uploads(IConfiguration configuration, IDataProtectionProvider protection, Importer importer, TimeProvider clock)
{
    private const string Extension = ".upload";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly IDataProtector seal = protection.CreateProtector("Kominkan.Uploads");

    private string Folder => Path.Combine(Settings.KeysPath(configuration), "uploads");

    /// <summary>Judges every row and takes none.</summary>
    /// <returns>The number under which the file and what was found are kept.</returns>
    /// <exception cref="RuleBroken">The file is no table of the dataset.</exception>
    public async Task<Guid> TryAsync(IImportDataset dataset, IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var upload = new Upload(dataset.Name, Path.GetFileName(file.FileName), content.ToArray(), null);
        var report = await RunAsync(dataset, upload, new ImportOptions(DryRun: true), cancellation);
        var id = Guid.NewGuid(); // v4: whoever knows it may take the file
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(PathOf(id), seal.Protect(JsonSerializer.SerializeToUtf8Bytes(upload with { Report = report })), cancellation);
        File.SetLastWriteTimeUtc(PathOf(id), clock.UtcNow());
        return id;
    }

    /// <summary>The file and what the trial found; null when it was taken already or its day is over.</summary>
    public async Task<Upload?> FindAsync(IImportDataset dataset, Guid id, CancellationToken cancellation)
    {
        Sweep();
        if (!File.Exists(PathOf(id)))
        {
            return null;
        }

        var upload = JsonSerializer.Deserialize<Upload>(seal.Unprotect(await File.ReadAllBytesAsync(PathOf(id), cancellation)))!;
        return upload.Dataset == dataset.Name ? upload : null;
    }

    /// <summary>Takes it, whole or (where told to) without the rows that have an error. Judged anew: the records may have changed since.</summary>
    public async Task<ImportReport> TakeAsync(IImportDataset dataset, Guid id, Upload upload, bool acceptValid, CancellationToken cancellation)
    {
        var report = await RunAsync(dataset, upload, new ImportOptions(AcceptValid: acceptValid), cancellation);
        if (report.Error == 0 || acceptValid)
        {
            File.Delete(PathOf(id));
        }

        return report;
    }

    public void Sweep()
    {
        foreach (var file in Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*" + Extension) : [])
        {
            if (File.GetLastWriteTimeUtc(file) < clock.UtcNow() - Kept)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The importer reads files: for as long as it runs there is one, in a folder only this program may enter.</summary>
    private async Task<ImportReport> RunAsync(IImportDataset dataset, Upload upload, ImportOptions options, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("kominkan-import-");
        try
        {
            var path = Path.Combine(scratch.FullName, "table" + Path.GetExtension(upload.FileName));
            await File.WriteAllBytesAsync(path, upload.Content, cancellation);
            return await importer.RunAsync(dataset, path, options, null, cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private string PathOf(Guid id) => Path.Combine(Folder, id.ToString("N") + Extension);
}

/// <param name="Report">What the trial found; null before it.</param>
internal sealed record Upload(string Dataset, string FileName, byte[] Content, ImportReport? Report);

/// <summary>Files nobody came back for.</summary>
internal sealed class SweepUploads(Uploads uploads) : IJob
{
    public static readonly RecurringJob Job = new("host.sweep-uploads", "取り込みのために預かったファイルを、1日で消す", "20 * * * *", typeof(SweepUploads));

    public Task RunAsync(CancellationToken cancellation)
    {
        uploads.Sweep();
        return Task.CompletedTask;
    }
}
