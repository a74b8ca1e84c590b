using Microsoft.EntityFrameworkCore;

namespace Kominkan.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does too.</summary>
internal static class Health
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", Methods, () => "ok").AllowAnonymous();
        app.MapMethods("/health/ready", Methods, async (AppDatabase database, CancellationToken cancellation) =>
        {
            try
            {
                await using var command = database.Connection.CreateCommand();
                if (database.Connection.State != System.Data.ConnectionState.Open)
                {
                    await database.Connection.OpenAsync(cancellation);
                }

                command.CommandText = "SELECT 1";
                await command.ExecuteScalarAsync(cancellation);
                return Results.Text("ok");
            }
            catch (System.Data.Common.DbException)
            {
                return Results.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
