namespace Kominkan.Host;

/// <summary>The mark that a host is serving this database, so that <c>restore</c> does not pull it away from under it.</summary>
internal static class Serving
{
    private const string Mark = "serving";

    /// <exception cref="RuleBroken">Another host serves the embedded database, or it is being restored.</exception>
    public static async Task<DatabaseLock> StartAsync(DatabaseSettings settings, CancellationToken cancellation) =>
        await DatabaseLock.TryTakeAsync(settings, Mark, shared: true, cancellation)
        ?? throw new RuleBroken("このデータベースは、ほかの Kominkan が使っています。そちらを止めてから、もう一度実行してください。");

    /// <summary>Keeps every host away; null when one is running.</summary>
    public static Task<DatabaseLock?> ForbidAsync(DatabaseSettings settings, CancellationToken cancellation) =>
        DatabaseLock.TryTakeAsync(settings, Mark, shared: false, cancellation);
}
