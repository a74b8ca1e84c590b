using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How registrations for a reduction are kept.</summary>
internal partial class BookingDb
{
    private void MapEntitlements(ModelBuilder modelBuilder) => modelBuilder.Entity<Entitlement>(entitlement =>
    {
        entitlement.HasQueryFilter(e => Scope.IsEverywhere || Scope.Halls.Contains(e.HallId));
        entitlement.HasIndex(e => e.Number).IsUnique();
        entitlement.HasIndex(e => new { e.PartyKey, e.PhoneKey });
        entitlement.HasIndex(e => e.KanaKey);
        entitlement.HasIndex(e => new { e.HallId, e.State, e.To });
        entitlement.Property(e => e.Number).HasMaxLength(40);
        entitlement.Property(e => e.Group).HasMaxLength(40);
        entitlement.Property(e => e.State).IsConcurrencyToken();
        entitlement.ComplexProperty(e => e.Hirer);
        entitlement.Ignore(e => e.LastDay);
    });
}
