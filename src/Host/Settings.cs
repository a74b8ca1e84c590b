using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;

namespace Kominkan.Host;

/// <summary>Reads and checks what the Host itself is told by configuration; a wrong value stops the start by name.</summary>
internal static partial class Settings
{
    /// <exception cref="WrongConfiguration">A settings file is not JSON; the message names it and the line.</exception>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            var line = e.GetBaseException() is JsonException { LineNumber: { } before } ? $"{before + 1}行目あたりが" : "";
            throw new WrongConfiguration(FileName().Match(e.Message).Groups[1].Value, $"{line}読み取れません。JSON の書き方を確かめてください。");
        }
    }

    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        _ = DatabaseSettings.From(configuration);
        Limits.Check(configuration);
        var url = configuration["Site:BaseUrl"];
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            throw new WrongConfiguration("Site__BaseUrl", $"「{url}」は https:// で始まるアドレスではありません。");
        }

        // A mail that leads its reader to localhost is worse than a program that does not start.
        var sendsMail = configuration["Mail:Host"] is { Length: > 0 };
        if (string.IsNullOrEmpty(url) && (environment.IsProduction() || (sendsMail && !(environment.IsDevelopment() && IsOnlyHere(configuration["urls"])))))
        {
            throw new WrongConfiguration("Site__BaseUrl", "メールなどに書くアドレス（例 https://kominkan.example.jp）を指定してください。");
        }

        foreach (var address in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                _ = BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                throw new WrongConfiguration("ASPNETCORE_URLS", $"「{address}」は http://localhost:5000 のようなアドレスではありません。");
            }
        }

        if (configuration["Jobs:Enabled"] is { } jobs && !bool.TryParse(jobs, out _))
        {
            throw new WrongConfiguration("Jobs__Enabled", $"「{jobs}」は使えません。true か false を指定してください。");
        }

        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren().Where(l => l.Value is not null && !Enum.TryParse<LogLevel>(l.Value, ignoreCase: true, out _)))
        {
            throw new WrongConfiguration($"Logging__LogLevel__{level.Key}", $"「{level.Value}」は使えません。{string.Join("、", Enum.GetNames<LogLevel>())} のどれかを指定してください。");
        }

        foreach (var module in configuration.GetSection("Modules").GetChildren())
        {
            if (module["Enabled"] is { } enabled && !bool.TryParse(enabled, out _))
            {
                throw new WrongConfiguration($"Modules__{module.Key}__Enabled", $"「{enabled}」は使えません。true か false を指定してください。");
            }
        }
    }

    /// <summary>Nobody but this machine reaches the site: the addresses it listens at are loopback ones, as the default is.</summary>
    private static bool IsOnlyHere(string? urls) =>
        (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(u => Uri.TryCreate(u, UriKind.Absolute, out var at) && at.IsLoopback);

    private static void CheckFolder(string setting, string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(Path.Combine(path, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongConfiguration(setting, $"フォルダー「{path}」に書き込めません。");
        }
    }

    public static SiteInfo Site(IConfiguration configuration) => new(
        configuration["Site:Name"] ?? "くまもと公民館",
        configuration["Site:City"] ?? "熊本市",
        configuration["Site:BaseUrl"]?.TrimEnd('/') ?? "http://localhost:5000");

    /// <summary>Where the keys of cookies and forms are kept: beside the embedded database unless <c>Keys__Path</c> says otherwise.</summary>
    public static string KeysPath(IConfiguration configuration)
    {
        if (configuration["Keys:Path"] is { Length: > 0 } path)
        {
            return Path.GetFullPath(path);
        }

        var settings = DatabaseSettings.From(configuration);
        return Path.Combine(settings.Provider == Provider.Sqlite ? Path.GetDirectoryName(settings.File)! : Path.GetFullPath("data"), "keys");
    }

    /// <exception cref="WrongConfiguration">A folder the program writes to cannot be made or written.</exception>
    public static void CheckFolders(IConfiguration configuration)
    {
        CheckFolder("Keys__Path", KeysPath(configuration));
        CheckKeys(KeysPath(configuration));
        if (DatabaseSettings.From(configuration) is { Provider: Provider.Sqlite } settings)
        {
            CheckFolder("ConnectionStrings__Kominkan", Path.GetDirectoryName(settings.File)!);
        }
    }

    /// <summary>A key that cannot be read would fail every form, page after page, instead of the start.</summary>
    private static void CheckKeys(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
        {
            try
            {
                using var stream = File.OpenRead(file);
                XDocument.Load(stream);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
            {
                throw new WrongConfiguration("Keys__Path", $"鍵のファイル「{file}」が読み取れません。権限を直すか、控えから戻してください。");
            }
        }
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex FileName();

    /// <exception cref="WrongConfiguration">SQLite is older than the first version without the WAL-reset fault.</exception>
    public static void CheckSqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        if (Version.Parse(connection.ServerVersion) < new Version(3, 51, 3))
        {
            throw new WrongConfiguration("Database__Provider", $"SQLite {connection.ServerVersion} は古すぎます（3.51.3 以上が必要です）。");
        }
    }
}
