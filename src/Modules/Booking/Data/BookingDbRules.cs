using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How the city's rules about hiring are kept.</summary>
internal partial class BookingDb
{
    private static void MapRules(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TimeBand>(band =>
        {
            band.Ignore(b => b.Subject);
            band.HasIndex(b => new { b.HallId, b.Name, b.ValidFrom }).IsUnique();
            band.Property(b => b.Name).HasMaxLength(20);
        });
        modelBuilder.Entity<BookingWindow>(window =>
        {
            window.Ignore(w => w.Subject);
            window.HasIndex(w => new { w.UserClass, w.Product, w.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<UseCap>(cap =>
        {
            cap.Ignore(c => c.Subject);
            cap.HasIndex(c => new { c.UserClass, c.ValidFrom }).IsUnique();
            cap.Property(c => c.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<RoomPrice>(price =>
        {
            price.Ignore(p => p.Subject);
            price.HasIndex(p => new { p.RoomId, p.Bands, p.ValidFrom }).IsUnique();
            price.Property(p => p.Bands).HasMaxLength(80);
            price.Property(p => p.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<CancelTerm>(term =>
        {
            term.Ignore(t => t.Subject);
            term.HasIndex(t => new { t.DaysBefore, t.ValidFrom }).IsUnique();
            term.Property(t => t.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<Surcharge>(surcharge =>
        {
            surcharge.Ignore(s => s.Subject);
            surcharge.HasIndex(s => new { s.HallId, s.Name, s.ValidFrom }).IsUnique();
            surcharge.Property(s => s.Name).HasMaxLength(40);
            surcharge.Property(s => s.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<Reduction>(reduction =>
        {
            reduction.Ignore(r => r.Subject);
            reduction.HasIndex(r => new { r.HallId, r.Group, r.Purpose, r.Item, r.ValidFrom }).IsUnique();
            reduction.Property(r => r.Group).HasMaxLength(40);
            reduction.Property(r => r.Purpose).HasMaxLength(40);
            reduction.Property(r => r.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<Equipment>(equipment =>
        {
            equipment.Ignore(e => e.Subject);
            equipment.HasIndex(e => new { e.HallId, e.Name, e.ValidFrom }).IsUnique();
            equipment.Property(e => e.Name).HasMaxLength(40);
            equipment.Property(e => e.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<Rounding>(rounding =>
        {
            rounding.Ignore(r => r.Subject);
            rounding.HasIndex(r => r.ValidFrom).IsUnique();
            rounding.Property(r => r.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<PermitForm>(form =>
        {
            form.Ignore(f => f.Subject);
            form.HasIndex(f => f.ValidFrom).IsUnique();
        });
        modelBuilder.Entity<RefusalReason>(reason =>
        {
            reason.Ignore(r => r.Subject);
            reason.HasIndex(r => new { r.Code, r.ValidFrom }).IsUnique();
            reason.Property(r => r.Code).HasMaxLength(RefusalReason.LongestCode);
            reason.Property(r => r.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<PurposeKind>(kind =>
        {
            kind.Ignore(k => k.Subject).Ignore(k => k.IsForbidden);
            kind.HasIndex(k => new { k.Name, k.ValidFrom }).IsUnique();
            kind.Property(k => k.Name).HasMaxLength(PurposeKind.LongestName);
            kind.Property(k => k.RefusalCode).HasMaxLength(RefusalReason.LongestCode);
            kind.Property(k => k.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<RefusalForm>(form =>
        {
            form.Ignore(f => f.Subject);
            form.HasIndex(f => f.ValidFrom).IsUnique();
        });
    }
}
