using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Testing;

/// <summary>How the engine would answer a query, with the parameters it would be sent with.</summary>
public static class QueryPlan
{
    /// <summary>Call it in a transaction.</summary>
    /// <param name="alone">Few rows are read whole, whatever indexes there are: asks whether an index could answer.</param>
    public static async Task<string> ExplainAsync(this IQueryable query, bool alone = false)
    {
        await using var command = query.CreateDbCommand();
        var sql = command.CommandText;
        if (alone && TestDatabase.Provider == Provider.Postgres)
        {
            var kept = command.Parameters.Cast<DbParameter>().ToArray();
            command.Parameters.Clear();
            command.CommandText = "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off";
            await command.ExecuteNonQueryAsync();
            command.Parameters.AddRange(kept);
        }

        command.CommandText = (TestDatabase.Provider == Provider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }
}
