using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Import;

/// <summary>Deletes uploaded 名簿 after a day, taken or not: nobody's data lie about in a file that was forgotten.</summary>
internal sealed class ForgetRosters(PeopleDb db, AppDatabase database, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancellation)
    {
        var old = clock.UtcNow() - RosterFile.Kept;
        return database.InTransactionAsync(() => db.RosterFiles.Where(f => f.UploadedAt < old).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
