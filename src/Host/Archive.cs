using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kominkan.Host;

/// <summary>What a backup says about itself.</summary>
/// <param name="Format">Always <see cref="Archive.Format"/>.</param>
/// <param name="Version">Of the program that wrote it.</param>
/// <param name="Provider">The engine its database belongs to.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="Files">SHA-256 of every other file in it, in hexadecimal.</param>
internal sealed record Manifest(string Format, string Version, string Provider, DateTime TakenAt, Dictionary<string, string> Files);

/// <summary>
/// One zip with everything needed to go on elsewhere: a consistent copy of the database, the keys of cookies and forms, and a
/// manifest with the hash of each. It holds personal data and secrets: only its owner may read it.
/// </summary>
internal static class Archive
{
    public const string Format = "kominkan-backup-1";
    public const string SqliteCopy = "database.sqlite";
    public const string PostgresDump = "database.dump";
    private const string ManifestName = "manifest.json";
    private const string Keys = "keys/";

    public static string Version { get; } = typeof(Archive).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Packs the folder's database file and the keys.</summary>
    public static async Task PackAsync(string path, string databaseFile, string keysPath, Provider provider, DateTime takenAt, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var hashes = new Dictionary<string, string>();
        var parts = new List<(string Name, string Path)> { (Path.GetFileName(databaseFile), databaseFile) };
        if (Directory.Exists(keysPath))
        {
            parts.AddRange(Directory.EnumerateFiles(keysPath, "*.xml").Order(StringComparer.Ordinal).Select(f => (Keys + Path.GetFileName(f), f)));
        }

        foreach (var (name, source) in parts)
        {
            await using var from = File.OpenRead(source);
            await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            hashes[name] = await CopyAsync(from, to, cancellation);
        }

        await using var manifest = await zip.CreateEntry(ManifestName).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(manifest, new Manifest(Format, Version, provider.ToString(), takenAt, hashes), JsonSerializerOptions.Web, cancellation);
    }

    /// <summary>Unpacks into a folder and checks every hash on the way. Keys come to its folder <c>keys</c>.</summary>
    /// <exception cref="RuleBroken">It is no backup, was damaged or changed, or belongs to the other engine.</exception>
    public static async Task<Manifest> UnpackAsync(string path, string folder, Provider provider, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellation);
            var manifest = await ManifestOfAsync(zip, cancellation);
            if (manifest.Provider != provider.ToString())
            {
                throw new RuleBroken($"この控えは {manifest.Provider} のものです。Database__Provider を {manifest.Provider} にして実行してください。");
            }

            Directory.CreateDirectory(Path.Combine(folder, "keys"));
            foreach (var (name, hash) in manifest.Files)
            {
                // Names are looked up, never trusted: nothing is written outside the folder.
                if (name is not (SqliteCopy or PostgresDump) && !(name.StartsWith(Keys, StringComparison.Ordinal) && Path.GetFileName(name) == name[Keys.Length..] && name.EndsWith(".xml", StringComparison.Ordinal)))
                {
                    throw Damaged();
                }

                await using var from = await (zip.GetEntry(name) ?? throw Damaged()).OpenAsync(cancellation);
                await using var to = File.Create(Path.Combine(folder, name));
                if (await CopyAsync(from, to, cancellation) != hash)
                {
                    throw Damaged();
                }
            }

            return manifest.Files.ContainsKey(provider == Provider.Sqlite ? SqliteCopy : PostgresDump) ? manifest : throw Damaged();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw Damaged();
        }
    }

    private static async Task<Manifest> ManifestOfAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(ManifestName) ?? throw new RuleBroken("Kominkan backup で作った控えではありません。");
        await using var stream = await entry.OpenAsync(cancellation);
        var manifest = await JsonSerializer.DeserializeAsync<Manifest>(stream, JsonSerializerOptions.Web, cancellation);
        return manifest is { Format: Format, Files: not null } ? manifest : throw new RuleBroken("この版では読めない形の控えです。作ったときの版の Kominkan で戻してください。");
    }

    private static RuleBroken Damaged() => new("控えが壊れているか、書き換えられています。別の控えを使ってください。");

    private static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var length)
        {
            hash.AppendData(buffer, 0, length);
            await to.WriteAsync(buffer.AsMemory(0, length), cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
