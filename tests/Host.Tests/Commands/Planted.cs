using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kominkan.Host.Tests.Commands;

/// <summary>What a test does to a database behind the program's back.</summary>
internal static class Planted
{
    /// <summary>The module's table as its engine calls it.</summary>
    public static string Table(string module, string name) => TestDatabase.Provider == Provider.Sqlite ? $"\"{module}_{name}\"" : $"{module}.\"{name}\"";

    public static async Task<long> AskAsync(this TestDatabase database, string sql)
    {
        await using System.Data.Common.DbConnection connection = TestDatabase.Provider == Provider.Sqlite
            ? new SqliteConnection(database.ConnectionString + ";Pooling=False;Foreign Keys=False")
            : new NpgsqlConnection(database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>A row, written with every key of the engine switched off.</summary>
    public static Task PlantAsync(this TestDatabase database, string sql) =>
        database.AskAsync(TestDatabase.Provider == Provider.Sqlite ? sql : $"SET session_replication_role = replica; {sql}");
}
