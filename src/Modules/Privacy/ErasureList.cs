using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Kominkan.Privacy;

/// <summary>
/// A file outside the database, a line an erased record: module and id, nothing else. An older backup that is put back
/// does not know of erasures made since; this does.
/// </summary>
internal sealed class ErasureList(DatabaseSettings settings, IConfiguration configuration)
{
    private static readonly Lock Turn = new();

    public string File { get; } = configuration["Privacy:ErasureList"] is { Length: > 0 } given ? Path.GetFullPath(given)
        : settings.Provider == Provider.Sqlite ? settings.File + ".erased"
        : Path.Combine(configuration["Keys:Path"] is { Length: > 0 } keys ? Path.GetDirectoryName(Path.GetFullPath(keys))! : Path.GetFullPath("data"), "kominkan.erased");

    public IReadOnlyList<(string Module, Guid Record)> Read()
    {
        lock (Turn)
        {
            return !System.IO.File.Exists(File) ? [] : [.. from line in System.IO.File.ReadLines(File)
                                                          let parts = line.Split(' ')
                                                          where parts.Length == 2 && Guid.TryParse(parts[1], out _)
                                                          select (parts[0], Guid.Parse(parts[1], CultureInfo.InvariantCulture))];
        }
    }

    public void Add(IEnumerable<(string Module, Guid Record)> records)
    {
        lock (Turn)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            using var stream = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read);
            using var writer = new StreamWriter(stream);
            foreach (var (module, record) in records)
            {
                writer.WriteLine($"{module} {record}");
            }

            writer.Flush();
            stream.Flush(flushToDisk: true);
        }
    }
}
