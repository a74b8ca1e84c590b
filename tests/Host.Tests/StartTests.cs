using System.Net;
using System.Net.Sockets;

namespace Kominkan.Host.Tests;

/// <summary>What stops the start of the site, each with one line that names the setting, exit code 1 and nothing else.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, Action<Dictionary<string, string?>, string>> Faults = new()
    {
        ["ASPNETCORE_URLS is no address of this machine"] = (s, folder) =>
        {
            // The embedded database is made on the way; PostgreSQL's would ask for its tables first.
            Embedded(s, Path.Combine(folder, "embedded.db"));
            s["ASPNETCORE_URLS"] = "http://192.0.2.1:5000";
        },
        ["ASPNETCORE_URLS is no address"] = (s, _) => s["ASPNETCORE_URLS"] = "kominkan",
        ["Keys__Path cannot be made"] = (s, folder) => s["Keys:Path"] = Path.Combine(FileIn(folder), "keys"),
        ["Keys__Path is a file"] = (s, folder) => s["Keys:Path"] = FileIn(folder),
        ["Keys__Path holds a key nobody can read"] = (s, folder) =>
        {
            // A link to itself: not even root can open it.
            var key = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName, "key-1.xml");
            File.CreateSymbolicLink(key, key);
            s["Keys:Path"] = Path.GetDirectoryName(key);
        },
        ["Keys__Path holds a key that was cut off"] = (s, folder) =>
        {
            s["Keys:Path"] = Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName;
            File.WriteAllText(Path.Combine(s["Keys:Path"]!, "key-1.xml"), "<key id=");
        },
        ["ConnectionStrings__Kominkan is in a folder that cannot be made"] = (s, folder) => Embedded(s, Path.Combine(FileIn(folder), "kominkan.db")),
        ["ConnectionStrings__Kominkan is a folder"] = (s, folder) => Embedded(s, Directory.CreateDirectory(Path.Combine(folder, "kominkan")).FullName),
        ["ConnectionStrings__Kominkan is no database"] = (s, folder) => Embedded(s, FileIn(folder)),
        ["ConnectionStrings__Kominkan does not answer"] = (s, _) =>
            (s["Database:Provider"], s["ConnectionStrings:Kominkan"]) = ("Postgres", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing"),
        ["Import__MaxRows is no number"] = (s, _) => s["Import:MaxRows"] = "many",
        ["PublicCache__Seconds is negative"] = (s, _) => s["PublicCache:Seconds"] = "-1",
        ["Jobs__Enabled is neither"] = (s, _) => s["Jobs:Enabled"] = "perhaps",
        ["Logging__LogLevel__Default is no level"] = (s, _) => s["Logging:LogLevel:Default"] = "loud",
        ["Site__BaseUrl is missing"] = (s, _) => s["Site:BaseUrl"] = null,
        ["Site__BaseUrl is missing where mail is sent, whatever the environment is called"] = (s, _) =>
            (s["ASPNETCORE_ENVIRONMENT"], s["Mail:Host"], s["Mail:From"], s["Site:BaseUrl"]) = ("Staging", "smtp.example.jp", "kominkan@example.jp", null),
        ["Site__BaseUrl is missing where a program in Development sends mail to others than this machine's"] = (s, _) =>
            (s["ASPNETCORE_ENVIRONMENT"], s["ASPNETCORE_URLS"], s["Mail:Host"], s["Mail:From"], s["Site:BaseUrl"]) = ("Development", "http://0.0.0.0:0", "smtp.example.jp", "kominkan@example.jp", null),
        ["Modules__Courses__Enabled leaves no module it needs"] = (s, _) => (s["Modules:Facilities:Enabled"], s["Modules:Courses:Enabled"]) = ("true", "neither"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_start_is_refused_in_one_line_that_names_the_setting(string fault)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = database.Settings;
        Faults[fault](settings, database.Folder);
        await RefusedAsync(settings, fault.Split(' ')[0]);
    }

    [Fact]
    public async Task A_port_in_use_is_told_by_the_setting_of_the_address()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await KominkanProcess.RunAsync(database.Settings, "migrate");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var settings = database.Settings;
        settings["ASPNETCORE_URLS"] = $"http://{other.LocalEndpoint}";
        await RefusedAsync(settings, "ASPNETCORE_URLS");
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named_with_its_line()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var environment = "Garbled" + Guid.NewGuid().ToString("N")[..8];
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{\n  \"Site\": { \"Name\": くまもと }\n}");
        try
        {
            var settings = database.Settings;
            settings["ASPNETCORE_ENVIRONMENT"] = environment;
            var errors = await RefusedAsync(settings, Path.GetFileName(file));
            Assert.Contains("2行目", errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RefusedAsync(Dictionary<string, string?> settings, string named)
    {
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(settings, "serve");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.DoesNotContain('\n', errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        return errors;
    }

    private static string FileIn(string folder)
    {
        var file = Path.Combine(folder, "notes.txt");
        File.WriteAllText(file, new string('n', 5000));
        return file;
    }

    private static void Embedded(Dictionary<string, string?> settings, string file) =>
        (settings["Database:Provider"], settings["ConnectionStrings:Kominkan"]) = ("Sqlite", $"Data Source={file}");
}
