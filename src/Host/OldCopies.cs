using System.Globalization;

namespace Kominkan.Host;

/// <summary>Copies of the embedded database that a migration or a restore has left beside it: whoever was erased since is still in them.</summary>
internal sealed class OldCopies(DatabaseSettings settings) : IRetention
{
    private const string Stamp = "yyyyMMdd-HHmmss";
    private const string Extension = ".bak";

    public string Key => "host.copies";

    public string Label => "更新や復元の前のデータベースの写し（.bak）";

    public int Months => 1;

    /// <summary>The name of a copy made at this instant.</summary>
    public static string NameOf(string database, DateTime nowUtc) => $"{database}.{nowUtc.InJapan().ToString(Stamp, CultureInfo.InvariantCulture)}{Extension}";

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Task.FromResult(Old(before).Count());

    public Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var gone = Old(before).ToList();
        gone.ForEach(File.Delete);
        return Task.FromResult(gone.Count);
    }

    private IEnumerable<string> Old(DateTime before) =>
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(settings.File)!, Path.GetFileName(settings.File) + ".*" + Extension)
        let stamp = file[(settings.File.Length + 1)..^Extension.Length]
        where DateTime.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out var made) && DateOnly.FromDateTime(made).ToUtc(TimeOnly.FromDateTime(made)) < before
        select file;
}
