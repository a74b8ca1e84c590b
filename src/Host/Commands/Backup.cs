using System.CommandLine;
using Microsoft.Data.Sqlite;

namespace Kominkan.Host.Commands;

/// <summary>Writes a whole, consistent copy while the site goes on.</summary>
internal static class Backup
{
    public static Command Verb()
    {
        var file = new Argument<string>("FILE") { Description = "控えのファイル名（.zip）。個人情報と鍵を含みます。フォルダーは作りません" };
        var verb = new Command("backup", "データベースと鍵の控えを1つのファイルに取ります（サイトを動かしたまま取れます）") { file };
        verb.SetAction((parsed, cancellation) => Cli.InScopeAsync(async services =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (File.Exists(path))
            {
                throw new RuleBroken($"「{path}」はもうあります。別の名前を指定してください。");
            }

            // A folder that is missing is a typing error, or a disk that is not there: a copy must not land elsewhere.
            if (!Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw new RuleBroken($"フォルダー「{Path.GetDirectoryName(path)}」がありません。あるフォルダーを指定してください。");
            }

            await Cli.CheckReadyAsync(services, cancellation);
            await TakeAsync(services, path, cancellation);
            Console.WriteLine($"控えを取りました: {path}（{new FileInfo(path).Length:N0} バイト）");
            return 0;
        }));
        return verb;
    }

    private static async Task TakeAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        var takenAt = services.GetRequiredService<TimeProvider>().UtcNow();
        // Beside the file, where there is room for it, and in a folder only its owner can enter.
        var scratch = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, $".kominkan-{Guid.CreateVersion7():N}"));
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                scratch.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            var copy = Path.Combine(scratch.FullName, settings.Provider == Provider.Sqlite ? Archive.SqliteCopy : Archive.PostgresDump);
            if (settings.Provider == Provider.Sqlite)
            {
                Copy(settings, copy);
            }
            else
            {
                await PostgresTools.DumpAsync(settings, copy, cancellation);
            }

            var packed = Path.Combine(scratch.FullName, "backup.zip");
            await Archive.PackAsync(packed, copy, Settings.KeysPath(services.GetRequiredService<IConfiguration>()), settings.Provider, takenAt, cancellation);
            File.Move(packed, path);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>One read transaction of the engine: what is committed meanwhile is not in it, and nobody waits.</summary>
    private static void Copy(DatabaseSettings settings, string copy)
    {
        using var connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$copy", copy);
        command.ExecuteNonQuery();
    }
}
