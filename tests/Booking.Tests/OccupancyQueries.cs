using System.Collections.Concurrent;
using System.Data.Common;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>Writes down each question about what happens in rooms, or about another table, as it is sent, and how the engine would answer it.</summary>
internal sealed class OccupancyQueries(string about = "Occupancies") : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)> seen = new();

    public int Count => seen.Count;

    public void Forget() => seen.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(about, StringComparison.OrdinalIgnoreCase))
        {
            seen.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>The plan of the only one; few rows are read whole, so PostgreSQL is told not to.</summary>
    public Task<string> PlanAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var (sql, parameters) = Assert.Single(seen);
        var database = s.GetRequiredService<BookingDb>().Database;
        if (TestDatabase.Provider == Provider.Postgres)
        {
            await database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off");
        }

        await using var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = (TestDatabase.Provider == Provider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    });
}
