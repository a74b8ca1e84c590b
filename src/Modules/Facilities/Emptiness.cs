using Kominkan.Facilities.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities;

internal sealed class Emptiness(FacilitiesDb db) : IEmptiness
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) =>
        !await db.Halls.IgnoreQueryFilters().AnyAsync(cancellation);
}
