using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Import;

/// <summary>Reads an uploaded 名簿 with the importer, which wants a file: for as long as that takes there is one.</summary>
internal sealed class ReadRoster(PeopleDb db, AppDatabase database, Importer importer, TableLimits limits, TimeProvider clock)
{
    public IReadOnlyList<ImportColumn> Columns => Dataset.Columns;

    private IImportDataset Dataset => importer.Find("people")!;

    /// <summary>What the file calls its columns.</summary>
    /// <exception cref="RuleBroken">It is no table.</exception>
    public async Task<TableLook> LookAsync(string name, byte[] content)
    {
        using var file = await ScratchAsync(name, content);
        try
        {
            return TableReader.Look(file.Path, Columns, limits);
        }
        catch (RuleBroken broken)
        {
            throw new RuleBroken(broken.Message, "Upload");
        }
    }

    /// <summary>Tries the file, or takes it; what each row came to is in the result file.</summary>
    /// <exception cref="RuleBroken">It cannot be read with this mapping.</exception>
    public async Task<(ImportReport Report, byte[] Result)> RunAsync(RosterFile roster, RosterMapping mapping, bool take, bool acceptValid, CancellationToken cancellation)
    {
        using var file = await ScratchAsync(roster.Name, roster.Content);
        var result = file.Path + ".result" + Path.GetExtension(file.Path);
        var report = await importer.RunAsync(Dataset, file.Path, new ImportOptions(!take, acceptValid, result, mapping.Heads), null, cancellation);
        return (report, await File.ReadAllBytesAsync(result, cancellation));
    }

    /// <summary>It is in: what came of it stays, the file goes. Of two who took it at once the first has found the people new.</summary>
    public Task<RosterFile> LetGoAsync(Guid id, ImportReport report) => database.InTransactionAsync(async () =>
    {
        var file = await db.RosterFiles.SingleAsync(f => f.Id == id);
        if (file.TakenAt is null)
        {
            file.Taken(CountsOf(report), clock.UtcNow());
            await db.SaveChangesAsync();
        }

        return file;
    });

    /// <summary>The rows of a result file: number, 結果, 理由, name.</summary>
    public async Task<IReadOnlyList<RosterRow>> RowsAsync(RosterFile roster, RosterMapping mapping)
    {
        using var file = await ScratchAsync(roster.Name, roster.Result);
        ImportColumn[] verdicts = [new("結果", true), new("理由", true)];
        var heads = mapping.Heads.Concat(verdicts.Select(v => KeyValuePair.Create(v.Name, v.Name))).ToDictionary();
        using var table = TableReader.Open(file.Path, [.. Columns, .. verdicts], limits, null, heads);
        // The result begins with its heads and has no blank rows: the numbers are those of the file as it was given.
        using var given = await ScratchAsync(roster.Name, roster.Content);
        using var original = TableReader.Open(given.Path, Columns, limits, null, mapping.Heads);
        return [.. table.Rows().Zip(original.Rows(), (r, o) => new RosterRow(o.Number, r.Text("結果"), r.Text("理由"), r.Text(PeopleDataset.Name_).Length > 0 ? r.Text(PeopleDataset.Name_) : r.Text(PeopleDataset.Family) + r.Text(PeopleDataset.Given)))];
    }

    /// <summary>Whether somebody of these traits stands in the file, in whatever column.</summary>
    public async Task<bool> NamesAsync(RosterFile roster, PersonTraits person)
    {
        using var file = await ScratchAsync(roster.Name, roster.Content);
        var heads = roster.HeadList.Where(h => h.Length > 0).Distinct().ToList();
        using var table = TableReader.Open(file.Path, [.. heads.Select(h => new ImportColumn(h, false))], limits);
        var names = person.KanaKeys.Concat(person.Names.Select(JapaneseText.SearchKey)).ToList();
        return table.Rows().Any(row => heads.Select(row.Text).ToList() is var cells
            && (names.Any(n => JapaneseText.SearchKey(string.Concat(cells)).Contains(n, StringComparison.Ordinal))
                || cells.Any(c => person.PhoneKeys.Contains(JapaneseText.PhoneKey(c)) || person.Mails.Contains(c, StringComparer.OrdinalIgnoreCase))));
    }

    public static string SignatureOf(string heads) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(heads)));

    /// <summary>新規 3・一致 1 …</summary>
    public static string CountsOf(ImportReport r) => string.Create(CultureInfo.InvariantCulture, $"{r.Rows}行：新規 {r.New}、一致 {r.Unchanged}、要確認 {r.Check}、エラー {r.Error}");

    private static async Task<Scratch> ScratchAsync(string name, byte[] content)
    {
        var scratch = new Scratch(Path.GetExtension(name).ToLowerInvariant() is ".xlsx" ? ".xlsx" : ".csv");
        await File.WriteAllBytesAsync(scratch.Path, content);
        return scratch;
    }

    /// <summary>A folder for one file and what is written beside it; readable by this program alone, gone at the end.</summary>
    private sealed class Scratch(string extension) : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("kominkan-roster-").FullName;

        public string Path => System.IO.Path.Combine(folder, "roster" + extension);

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A row of a 名簿 and what became of it.</summary>
internal sealed record RosterRow(int Number, string Verdict, string Reason, string Name)
{
    /// <summary>新規, 一致, 要確認 or エラー.</summary>
    public Status Status => (Verdict, Reason) switch
    {
        ("エラー", _) => new("エラー", Tone.Bad),
        ("要確認", _) => new("要確認", Tone.Warn),
        ("更新", _) => new("一致", Tone.Off),
        _ => new("新規", Tone.Ok),
    };
}
