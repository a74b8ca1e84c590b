using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.People.Import;

/// <summary>Reads an uploaded 名簿 with the importer, which wants a file: for as long as that takes there is one.</summary>
internal sealed class ReadRoster(Importer importer, TableLimits limits)
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

    /// <summary>The rows of a result file: number, 結果, 理由, name.</summary>
    public async Task<IReadOnlyList<RosterRow>> RowsAsync(RosterFile roster, RosterMapping mapping)
    {
        using var file = await ScratchAsync(roster.Name, roster.Result);
        ImportColumn[] verdicts = [new("結果", true), new("理由", true)];
        var heads = mapping.Heads.Concat(verdicts.Select(v => KeyValuePair.Create(v.Name, v.Name))).ToDictionary();
        using var table = TableReader.Open(file.Path, [.. Columns, .. verdicts], limits, null, heads);
        return [.. table.Rows().Select(r => new RosterRow(r.Number, r.Text("結果"), r.Text("理由"), r.Text(PeopleDataset.Name_).Length > 0 ? r.Text(PeopleDataset.Name_) : r.Text(PeopleDataset.Family) + r.Text(PeopleDataset.Given)))];
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
