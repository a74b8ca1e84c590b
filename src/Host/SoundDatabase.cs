using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kominkan.Host;

/// <summary>
/// What must hold of any database: the engine finds its own pages and indexes sound, and no row points at a row that is not
/// there. The engines enforce keys themselves; this finds what was done to the file behind their back.
/// </summary>
internal sealed class SoundDatabase(IServiceProvider services, AppDatabase database, IEnumerable<ModuleDatabase> modules) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var contexts = modules.Select(m => (DbContext)services.GetRequiredService(m.Context)).ToList();
        yield return database.Provider == Provider.Sqlite ? await IntegrityAsync(cancellation) : await ReadableAsync(contexts, cancellation);
        yield return await OrphansAsync(contexts, cancellation);
    }

    private async Task<Invariant> IntegrityAsync(CancellationToken cancellation)
    {
        const string name = "データベースのファイルが壊れていない（integrity_check）";
        try
        {
            var found = (await ReadAsync("PRAGMA integrity_check", cancellation)).Where(l => l != "ok").ToList();
            return new Invariant(name, found.Count, found.FirstOrDefault());
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return new Invariant(name, 1, e.Message);
        }
    }

    /// <summary>PostgreSQL has no check of the whole file: reading every row of every table finds pages that cannot be read.</summary>
    private async Task<Invariant> ReadableAsync(List<DbContext> contexts, CancellationToken cancellation)
    {
        var broken = await ReadAsync("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid", cancellation);
        foreach (var context in contexts)
        {
            var sql = context.GetService<ISqlGenerationHelper>();
            foreach (var table in context.Model.GetRelationalModel().Tables)
            {
                try
                {
                    // Every column of every row, not the index alone.
                    await ReadAsync($"SELECT coalesce(sum(length(t::text)), 0)::text FROM {sql.DelimitIdentifier(table.Name, table.Schema)} t", cancellation);
                }
                catch (PostgresException e)
                {
                    broken.Add($"{table.SchemaQualifiedName}: {e.MessageText}");
                }
            }
        }

        return new Invariant("データベースの表と索引が読み取れる", broken.Count, broken.FirstOrDefault());
    }

    private async Task<Invariant> OrphansAsync(List<DbContext> contexts, CancellationToken cancellation)
    {
        var (count, example) = (0L, (string?)null);
        foreach (var context in contexts)
        {
            var sql = context.GetService<ISqlGenerationHelper>();
            foreach (var key in context.Model.GetRelationalModel().Tables.SelectMany(t => t.ForeignKeyConstraints))
            {
                var found = long.Parse((await ReadAsync(Orphans(sql, key), cancellation))[0], System.Globalization.CultureInfo.InvariantCulture);
                count += found;
                example ??= found > 0 ? $"{key.Table.Name} → {key.PrincipalTable.Name}" : null;
            }
        }

        return new Invariant("ない行を指す行がない（外部キー）", count, example);
    }

    private static string Orphans(ISqlGenerationHelper sql, IForeignKeyConstraint key)
    {
        var present = string.Join(" AND ", key.Columns.Select(c => $"c.{sql.DelimitIdentifier(c.Name)} IS NOT NULL"));
        var same = string.Join(" AND ", key.Columns.Zip(key.PrincipalColumns, (c, p) => $"p.{sql.DelimitIdentifier(p.Name)} = c.{sql.DelimitIdentifier(c.Name)}"));
        return $"SELECT CAST(COUNT(*) AS varchar(20)) FROM {sql.DelimitIdentifier(key.Table.Name, key.Table.Schema)} c WHERE {present} AND NOT EXISTS (SELECT 1 FROM {sql.DelimitIdentifier(key.PrincipalTable.Name, key.PrincipalTable.Schema)} p WHERE {same})";
    }

    private async Task<List<string>> ReadAsync(string query, CancellationToken cancellation)
    {
        if (database.Connection.State != System.Data.ConnectionState.Open)
        {
            await database.Connection.OpenAsync(cancellation);
        }

        await using var command = database.Connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the model, through the engine's own quoting.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
