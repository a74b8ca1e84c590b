namespace Kominkan.SharedKernel.Data;

/// <summary>
/// Lays down what a migration cannot keep, such as triggers: SQLite drops them whenever it rebuilds a table. Runs after
/// every migration and at every start of the embedded database, so it must do no harm when all is there.
/// </summary>
public interface IAfterMigration
{
    Task RunAsync(CancellationToken cancellation);
}
