namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// What a module lets in through <c>import</c>: one kind of rows with fixed columns. Register it scoped; the run works on the
/// scope's contexts, inside the transaction of the <see cref="Importer"/>, which rolls it all back when the file is refused.
/// </summary>
public interface IImportDataset
{
    /// <summary>The name on the command line: <c>courses</c>.</summary>
    string Name { get; }

    /// <summary>What a row is, in Japanese: 講座.</summary>
    string Label { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The heads of a file that is published without any, in its order; it is known by its number of columns. Empty for most.</summary>
    IReadOnlyList<string> FixedHeads => [];

    /// <summary>Starts a file: load here what every row is compared with.</summary>
    Task<IImportRun> BeginAsync(CancellationToken cancellation);
}

/// <param name="Name">The head of the column: 講座番号.</param>
/// <param name="Required">The file is refused without it; cells may still be empty.</param>
/// <param name="Synonyms">Other heads people give it. Width and spaces never matter.</param>
public sealed record ImportColumn(string Name, bool Required, params string[] Synonyms);

/// <summary>One file on its way into the database.</summary>
public interface IImportRun
{
    /// <summary>
    /// Judges a row and, unless it is an error, takes it. Rows may be kept and saved later in batches; keys that stand
    /// twice in the file are the run's to find.
    /// </summary>
    ValueTask<Verdict> TakeAsync(ImportRow row, CancellationToken cancellation);

    /// <summary>Saves what is still kept. Not called when the file is refused.</summary>
    Task FinishAsync(CancellationToken cancellation);
}

/// <summary>What becomes of a row.</summary>
public enum VerdictKind
{
    /// <summary>新規: it was not there.</summary>
    New,

    /// <summary>更新: it was there; the sentence says 変更なし when it was the same.</summary>
    Update,

    /// <summary>要確認: it is taken, and somebody should look at it.</summary>
    Check,

    /// <summary>エラー: it cannot be taken.</summary>
    Error,
}

/// <param name="Sentence">The reason, in Japanese; empty when there is nothing to say.</param>
public readonly record struct Verdict(VerdictKind Kind, string Sentence)
{
    public static readonly Verdict New = new(VerdictKind.New, "");
    public static readonly Verdict Update = new(VerdictKind.Update, "");

    /// <summary>The row is in the database already, as it stands.</summary>
    public static readonly Verdict Unchanged = new(VerdictKind.Update, "変更なし");

    /// <summary>新規, 更新, 要確認 or エラー.</summary>
    public string Word => Kind switch
    {
        VerdictKind.New => "新規",
        VerdictKind.Update => "更新",
        VerdictKind.Check => "要確認",
        _ => "エラー",
    };

    public static Verdict Check(string sentence) => new(VerdictKind.Check, sentence);

    public static Verdict Error(string sentence) => new(VerdictKind.Error, sentence);
}
