using System.Security.Claims;
using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kominkan.Audit;

/// <summary>Adds the entry on the request's own connection, in its transaction if one is running: a sight that is not written down is not given.</summary>
internal sealed class WriteAudit(AuditDb db, AppDatabase database, HallScope scope, IHttpContextAccessor http, TimeProvider clock, ILogger<WriteAudit> log) : IAudit
{
    public async Task SawAsync(Sight sight, CancellationToken cancellation = default)
    {
        var context = http.HttpContext;
        var user = context?.User;
        Guid? account = Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
        var place = scope.IsEverywhere || scope.Halls.Count == 0 ? (Guid?)null : scope.Halls[0];
        var entry = new Entry(clock.UtcNow(), account, user?.Identity?.Name ?? "", place, context?.Request.Path.Value ?? "", sight);
        try
        {
            await database.InTransactionAsync(async () =>
            {
                db.Entries.Add(entry);
                await db.SaveChangesAsync(CancellationToken.None);
            }, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The audit of {What} could not be written", sight.What);
            throw new AuditUnavailable(e);
        }
        finally
        {
            // Thousands of rows of an export need not be remembered until the page is done.
            db.ChangeTracker.Clear();
        }
    }
}
