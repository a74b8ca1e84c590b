using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>How election meetings are kept.</summary>
internal partial class BookingDb
{
    private void MapMeetings(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ElectionMeeting>(meeting =>
        {
            meeting.HasQueryFilter(m => Scope.IsEverywhere || Scope.Halls.Contains(m.HallId));
            meeting.HasIndex(m => m.Number).IsUnique();
            meeting.HasIndex(m => new { m.HallId, m.Date });
            meeting.HasIndex(m => new { m.HallId, m.CandidateKey });
            meeting.HasIndex(m => m.KanaKey);
            meeting.Property(m => m.Number).HasMaxLength(40);
            meeting.Property(m => m.State).IsConcurrencyToken();
            meeting.Property(m => m.Reason).HasMaxLength(200);
            meeting.Ignore(m => m.Slot).Ignore(m => m.Use).Ignore(m => m.IsLive).Ignore(m => m.IsFirst).Ignore(m => m.Charged).Ignore(m => m.AnswerBy);
            meeting.HasMany(m => m.Fees).WithOne().HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Cascade);
            meeting.Navigation(m => m.Fees).HasField("fees").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        modelBuilder.Entity<MeetingFee>(fee =>
        {
            fee.ToTable("MeetingFees");
            fee.HasKey(f => new { f.MeetingId, f.Line });
            fee.Property(f => f.Label).HasMaxLength(100);
            fee.Property(f => f.Article).HasMaxLength(80);
            fee.Ignore(f => f.Shown);
        });
    }
}
