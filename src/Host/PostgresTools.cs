using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Kominkan.Host;

/// <summary>PostgreSQL's own programs. The password goes through the environment, where other users do not see it.</summary>
internal static class PostgresTools
{
    public static Task DumpAsync(DatabaseSettings settings, string file, CancellationToken cancellation) =>
        RunAsync(settings, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", file], cancellation);

    /// <summary>Replaces everything in the database by the dump, in one transaction.</summary>
    public static async Task RestoreAsync(DatabaseSettings settings, string dump, IEnumerable<string> schemasToDrop, CancellationToken cancellation)
    {
        var (script, drop) = (dump + ".sql", dump + ".drop.sql");
        await RunAsync(settings, "pg_restore", ["--no-owner", "--no-privileges", "--file", script, dump], cancellation);
        await File.WriteAllTextAsync(drop, string.Concat(schemasToDrop.Select(s => $"DROP SCHEMA \"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\" CASCADE;\n")), cancellation);
        await RunAsync(settings, "psql", ["--no-psqlrc", "--quiet", "--output", Path.DirectorySeparatorChar == '/' ? "/dev/null" : "NUL", "--set", "ON_ERROR_STOP=1", "--single-transaction", "--file", drop, "--file", script], cancellation);
    }

    /// <exception cref="RuleBroken">The program is not installed, or it failed; the message is its own last line.</exception>
    private static async Task RunAsync(DatabaseSettings settings, string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var start = new ProcessStartInfo(program, [.. arguments]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = connection.Database;
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGSSLMODE"] = connection.SslMode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        };
        start.Environment["PGCLIENTENCODING"] = "UTF8";
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new RuleBroken($"{program} が失敗しました: {errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()}");
            }
        }
        catch (Win32Exception)
        {
            throw new RuleBroken($"{program} が見つかりません。PostgreSQL のクライアント（Debian では postgresql-client）を入れてください。");
        }
    }
}
