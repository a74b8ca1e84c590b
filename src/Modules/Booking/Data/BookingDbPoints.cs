using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How points and the rules about them are kept.</summary>
internal partial class BookingDb
{
    private void MapPoints(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PointRule>(rule =>
        {
            rule.Ignore(r => r.Subject);
            rule.HasIndex(r => new { r.Kind, r.ValidFrom }).IsUnique();
            rule.Property(r => r.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<PointLimit>(limit =>
        {
            limit.Ignore(l => l.Subject);
            limit.HasIndex(l => l.ValidFrom).IsUnique();
            limit.Property(l => l.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<PointCase>(points =>
        {
            points.HasQueryFilter(p => Scope.IsEverywhere || Scope.Halls.Contains(p.HallId));
            points.HasIndex(p => p.HireId).IsUnique();
            points.HasIndex(p => new { p.PartyKey, p.State });
            points.HasIndex(p => new { p.State, p.HallId });
            points.HasOne<RoomHire>().WithMany().HasForeignKey(p => p.HireId).OnDelete(DeleteBehavior.Restrict);
            points.Property(p => p.State).IsConcurrencyToken();
            points.Property(p => p.Article).HasMaxLength(80);
            points.Ignore(p => p.DecidedOn).Ignore(p => p.CountsTo);
        });
    }
}
