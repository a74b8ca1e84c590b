using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Kominkan.SharedKernel.Data;

public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>Which database, from <c>Database__Provider</c> and <c>ConnectionStrings__Kominkan</c>.</summary>
public sealed class DatabaseSettings
{
    private DatabaseSettings(Provider provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

    public Provider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Path of the embedded database's file; empty on PostgreSQL.</summary>
    public string File => Provider == Provider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : "";

    /// <exception cref="WrongConfiguration">The setting is missing or cannot be read; the message names it.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(Provider.Sqlite);
        if (!Enum.TryParse<Provider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider) || int.TryParse(name, out _))
        {
            throw new WrongConfiguration("Database__Provider", $"「{name}」は使えません。Sqlite か Postgres を指定してください。");
        }

        var text = configuration.GetConnectionString("Kominkan");
        if (provider == Provider.Postgres && string.IsNullOrWhiteSpace(text))
        {
            throw new WrongConfiguration("ConnectionStrings__Kominkan", "PostgreSQL の接続文字列を指定してください。");
        }

        try
        {
            return provider == Provider.Sqlite ? Sqlite(text) : Postgres(text!);
        }
        catch (ArgumentException e)
        {
            throw new WrongConfiguration("ConnectionStrings__Kominkan", "接続文字列が読み取れません: " + e.Message);
        }
    }

    // Statements are planned once a connection, and no connection keeps anything of its user that would have to be
    // discarded before the next one: without either, the server does twice the work for a page.
    private static DatabaseSettings Postgres(string text) => new(Provider.Postgres, new NpgsqlConnectionStringBuilder(text)
    {
        MaxPoolSize = 60,
        Timeout = 30,
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 3,
        NoResetOnClose = true,
    }.ConnectionString);

    private static DatabaseSettings Sqlite(string? text)
    {
        var settings = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(text) ? "Data Source=data/kominkan.db" : text) { ForeignKeys = true };
        if (string.IsNullOrWhiteSpace(settings.DataSource) || settings.DataSource.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new WrongConfiguration("ConnectionStrings__Kominkan", "Data Source にデータベースのファイル名を指定してください。");
        }

        settings.DataSource = Path.GetFullPath(settings.DataSource);
        return new(Provider.Sqlite, settings.ConnectionString);
    }
}

/// <summary>The start is refused; the message is one line that names the setting.</summary>
public sealed class WrongConfiguration(string setting, string sentence) : Exception($"設定 {setting}: {sentence}");

/// <summary>Settings a module reads itself; made when the program is built, so that a wrong one stops the start by throwing <see cref="WrongConfiguration"/>.</summary>
#pragma warning disable CA1040 // It marks what is to be made early; there is nothing to call.
public interface ISettings;
#pragma warning restore CA1040
