using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How it is kept who of the staff did what, and which groups are their own.</summary>
internal partial class BookingDb
{
    private void MapActs(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HireAct>(act =>
        {
            act.HasQueryFilter(a => Scope.IsEverywhere || Scope.Halls.Contains(a.HallId));
            act.HasIndex(a => new { a.AccountId, a.At });
            act.HasIndex(a => a.HireId);
        });
        modelBuilder.Entity<OwnGroup>(own =>
        {
            own.HasIndex(o => o.AccountId);
            own.Property(o => o.Name).HasMaxLength(100);
        });
    }
}
