using Kominkan.SharedKernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// Takes a file into a dataset, whole or not at all, in one transaction of every module's context; each row gets its verdict,
/// and the same file is written back with the verdicts beside the rows.
/// </summary>
public sealed class Importer(IEnumerable<IImportDataset> datasets, AppDatabase database, TableLimits limits)
{
    private const int ProgressEvery = 500;

    public IReadOnlyList<IImportDataset> Datasets { get; } = [.. datasets.OrderBy(d => d.Name, StringComparer.Ordinal)];

    public IImportDataset? Find(string name) => Datasets.FirstOrDefault(d => d.Name == name);

    /// <param name="path">The file; the result is written beside it unless the options say where.</param>
    /// <exception cref="RuleBroken">The file cannot be read as the dataset's table; nothing was taken and no result written.</exception>
    public async Task<ImportReport> RunAsync(IImportDataset dataset, string path, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var table = TableReader.Open(path, dataset.Columns, limits, dataset.FixedHeads, options.Heads);
        var resultFile = options.ResultFile ?? Path.ChangeExtension(path, null) + ".result" + TableWriter.Extension(table.Format);
        var scratch = resultFile + ".tmp";
        try
        {
            // Opened before anything is taken: where no result can be written, nothing must be.
            await using (var result = new FileStream(scratch, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                var verdicts = new List<Judged>();
                var taken = await TakeAsync(dataset, table, options, verdicts, progress, cancellation);
                await WriteResultAsync(result, dataset, table, verdicts, cancellation);
                await result.DisposeAsync();
                File.Move(scratch, resultFile, overwrite: true);
                return ReportOf(dataset, table, verdicts, taken, resultFile);
            }
        }
        catch
        {
            File.Delete(scratch);
            throw;
        }
    }

    private async Task<bool> TakeAsync(IImportDataset dataset, TableReader table, ImportOptions options, List<Judged> verdicts, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            await database.InTransactionAsync(async () =>
            {
                var run = await dataset.BeginAsync(cancellation);
                var known = dataset.Columns.Select(c => c.Name).ToHashSet();
                foreach (var row in table.Rows())
                {
                    cancellation.ThrowIfCancellationRequested();
                    verdicts.Add(new Judged(row.Number, row.Fault is { } fault ? Verdict.Error(fault) : await JudgeAsync(run, row, known, cancellation)));
                    if (verdicts.Count % ProgressEvery == 0)
                    {
                        progress?.Report(new ImportProgress(verdicts.Count, table.Count));
                    }
                }

                if (!options.AcceptValid && verdicts.Exists(v => v.Verdict.Kind == VerdictKind.Error))
                {
                    throw new NotTaken();
                }

                await run.FinishAsync(cancellation);
                if (options.DryRun)
                {
                    throw new NotTaken();
                }
            }, cancellation);
            return true;
        }
        catch (NotTaken)
        {
            return false;
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            throw new RuleBroken("取り込みの間に、ほかの人が同じ番号の行を登録しました。もう一度取り込んでください。");
        }
    }

    private static async ValueTask<Verdict> JudgeAsync(IImportRun run, TableRow row, HashSet<string> known, CancellationToken cancellation)
    {
        var import = new ImportRow(row.Number, column => known.Contains(column) ? row.Text(column) : throw new InvalidOperationException($"The dataset has no column {column}."));
        var verdict = await run.TakeAsync(import, cancellation);
        return import.IsWrong && verdict.Kind != VerdictKind.Error
            ? throw new InvalidOperationException($"Row {row.Number} is wrong, but the dataset took it: {import.Settle(verdict).Sentence}")
            : verdict;
    }

    private static Task WriteResultAsync(Stream result, IImportDataset dataset, TableReader table, List<Judged> verdicts, CancellationToken cancellation)
    {
        var rows = table.Rows().Select((row, i) => (IReadOnlyList<object?>)[.. row.Values, verdicts[i].Verdict.Word, verdicts[i].Verdict.Sentence]);
        return TableWriter.WriteAsync(result, table.Format, new Table(dataset.Label, [.. table.Heads.Select(h => new TableColumn(h)), "結果", "理由"], rows), cancellation);
    }

    private static ImportReport ReportOf(IImportDataset dataset, TableReader table, List<Judged> verdicts, bool taken, string resultFile)
    {
        int Count(VerdictKind kind) => verdicts.Count(v => v.Verdict.Kind == kind);
        var messages = verdicts.Where(v => v.Verdict.Kind >= VerdictKind.Check).Select(v => new ImportMessage(v.Row, v.Verdict.Word, v.Verdict.Sentence)).ToList();
        return new ImportReport(dataset.Name, verdicts.Count, Count(VerdictKind.New), Count(VerdictKind.Update), Count(VerdictKind.Check), Count(VerdictKind.Error),
            verdicts.Count(v => v.Verdict == Verdict.Unchanged), taken ? verdicts.Count - Count(VerdictKind.Error) : 0, messages, resultFile, table.Unknown);
    }

    private readonly record struct Judged(int Row, Verdict Verdict);

    /// <summary>Rolls the transaction back; nothing went wrong.</summary>
    private sealed class NotTaken : Exception;
}

/// <param name="DryRun">Judge everything, take nothing.</param>
/// <param name="AcceptValid">Take the rows without an error although others have one.</param>
/// <param name="ResultFile">Where the verdicts go; null for beside the input, as <c>name.result.csv</c>.</param>
/// <param name="Heads">By column the head it has in this file, where somebody chose; columns left out are not read. Null: by their names and synonyms.</param>
public sealed record ImportOptions(bool DryRun = false, bool AcceptValid = false, string? ResultFile = null, IReadOnlyDictionary<string, string>? Heads = null);

public readonly record struct ImportProgress(int Done, int Total);

/// <summary>What an import did. Counts are of rows of the file.</summary>
/// <param name="Update">Rows that were there before, those that did not change included.</param>
/// <param name="Unchanged">Rows that were there before just so.</param>
/// <param name="Taken">Rows that are in the database now because of, or as in, this file; 0 when it was refused or only tried.</param>
/// <param name="Messages">要確認 and エラー, in the file's order.</param>
/// <param name="UnknownColumns">Heads that the dataset does not know; their cells were not looked at.</param>
public sealed record ImportReport(string Dataset, int Rows, int New, int Update, int Check, int Error, int Unchanged, int Taken, IReadOnlyList<ImportMessage> Messages, string ResultFile, IReadOnlyList<string> UnknownColumns);

/// <param name="Row">Row of the sheet, from 1.</param>
public sealed record ImportMessage(int Row, string Verdict, string Reason);
