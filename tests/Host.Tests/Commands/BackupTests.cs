using System.IO.Compression;
using System.Text;

namespace Kominkan.Host.Tests.Commands;

/// <summary>Backup under load and restore, as the built program does them.</summary>
public sealed class BackupTests
{
    private static string Tags => TestDatabase.Provider == Provider.Sqlite ? "backup_test" : "courses.backup_test";

    [Fact]
    public async Task A_backup_taken_while_rows_are_written_is_whole_and_can_be_restored_elsewhere()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var elsewhere = await TestDatabase.CreateEmptyAsync();
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "migrate")).ExitCode);
        await database.AskAsync($"CREATE TABLE {Tags} (n integer NOT NULL, side integer NOT NULL)");
        Directory.CreateDirectory(Path.Combine(database.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "keys", "key-1.xml"), "<key/>");
        var file = Path.Combine(database.Folder, "backup.zip");

        await using (var host = await KominkanProcess.ServeAsync(database.Settings))
        {
            using var stop = new CancellationTokenSource();
            var load = Task.Run(() => WriteAsync(database, stop.Token));
            var (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "backup", file);
            await stop.CancelAsync();
            Assert.True(await load > 10);
            Assert.True(code == 0, errors);

            (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "restore", file, "--replace");
            Assert.Equal(1, code);
            Assert.Contains("Kominkan が動いています。", errors, StringComparison.Ordinal);
        }

        var (restored, _, said) = await KominkanProcess.RunAsync(elsewhere.Settings, "restore", file);
        Assert.True(restored == 0, said);
        var rows = await elsewhere.AskAsync($"SELECT count(*) FROM {Tags}");
        Assert.True(rows > 0 && rows == 2 * await elsewhere.AskAsync($"SELECT max(n) FROM {Tags}"), $"{rows} rows");
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(elsewhere.Folder, "keys", "key-1.xml")));
        Assert.Equal(0, (await KominkanProcess.RunAsync(elsewhere.Settings, "verify")).ExitCode);
    }

    [Fact]
    public async Task Data_is_only_replaced_when_told_to_and_never_by_a_file_that_was_changed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "migrate")).ExitCode);
        await database.AskAsync($"CREATE TABLE {Tags} (n integer NOT NULL, side integer NOT NULL)");
        var file = Path.Combine(database.Folder, "backup.zip");
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "backup", file)).ExitCode);
        await database.AskAsync($"INSERT INTO {Tags} VALUES (1, 1)");

        await RefusedAsync("もうあります。", "backup", file);
        await RefusedAsync("no-such-disk」がありません。", "backup", Path.Combine(database.Folder, "no-such-disk", "backup.zip"));
        Assert.False(Directory.Exists(Path.Combine(database.Folder, "no-such-disk")));
        await RefusedAsync("--replace", "restore", file);
        await RefusedAsync("がありません。", "restore", file + "x", "--replace");
        await RefusedAsync("Kominkan backup で作った控えではありません。", "restore", Change(file, "manifest.json", null), "--replace");
        await RefusedAsync("壊れているか、書き換えられています。", "restore", Change(file, TestDatabase.Provider == Provider.Sqlite ? "database.sqlite" : "database.dump", "x"), "--replace");
        await RefusedAsync("壊れているか、書き換えられています。", "restore", Half(file), "--replace");
        Assert.Equal(1, await database.AskAsync($"SELECT count(*) FROM {Tags}"));

        var (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "restore", file, "--replace");
        Assert.True(code == 0, errors);
        Assert.Equal(0, await database.AskAsync($"SELECT count(*) FROM {Tags}"));
        Assert.Empty(Directory.GetDirectories(database.Folder, ".kominkan-*"));

        async Task RefusedAsync(string sentence, params string[] arguments)
        {
            var (refused, _, said) = await KominkanProcess.RunAsync(database.Settings, arguments);
            Assert.Equal(1, refused);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
    }

    /// <summary>Two rows in each transaction, numbered, until told to stop: half of one would show.</summary>
    private static async Task<int> WriteAsync(TestDatabase database, CancellationToken stop)
    {
        var n = 0;
        while (!stop.IsCancellationRequested)
        {
            n++;
            await database.AskAsync($"BEGIN; INSERT INTO {Tags} VALUES ({n}, 1); INSERT INTO {Tags} VALUES ({n}, 2); COMMIT");
        }

        return n;
    }

    /// <summary>A copy in which one part is another text, or not there.</summary>
    private static string Change(string file, string part, string? text)
    {
        var changed = $"{file}.{part}.zip";
        File.Copy(file, changed);
        using var zip = ZipFile.Open(changed, ZipArchiveMode.Update);
        zip.GetEntry(part)!.Delete();
        if (text is not null)
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return changed;
    }

    private static string Half(string file)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file + ".half", bytes[..(bytes.Length / 2)]);
        return file + ".half";
    }
}
