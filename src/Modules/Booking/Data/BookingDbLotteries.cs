using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How draws of rooms, entries and their rules are kept.</summary>
internal partial class BookingDb
{
    private void MapLotteries(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Lottery>(lottery =>
        {
            lottery.HasQueryFilter(l => Scope.IsEverywhere || Scope.Halls.Contains(l.HallId));
            lottery.HasIndex(l => new { l.HallId, l.RoomId, l.Month }).IsUnique();
            lottery.HasIndex(l => new { l.State, l.ClosesAt });
        });
        modelBuilder.Entity<LotteryEntry>(entry =>
        {
            entry.HasQueryFilter(e => Scope.IsEverywhere || Scope.Halls.Contains(e.HallId));
            MapRequest(entry);
            entry.HasIndex(e => new { e.LotteryId, e.PartyKey });
            entry.Property(e => e.Code).HasMaxLength(20);
            entry.HasMany(e => e.Wishes).WithOne().HasForeignKey(w => w.EntryId).OnDelete(DeleteBehavior.Cascade);
            entry.Navigation(e => e.Wishes).HasField("wishes").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        modelBuilder.Entity<LotteryWish>(wish =>
        {
            wish.ToTable("LotteryWishes");
            wish.Property(w => w.Id).ValueGeneratedNever();
            wish.Ignore(w => w.Slot);
        });
        modelBuilder.Entity<LotteryRule>(rule =>
        {
            rule.Ignore(r => r.Subject);
            rule.Ignore(r => r.RuleInWords);
            rule.HasIndex(r => new { r.HallId, r.RoomId, r.ValidFrom }).IsUnique();
        });
    }
}
